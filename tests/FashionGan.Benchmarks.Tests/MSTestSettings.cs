// The programs that are run measure, but no test looks at how fast they are.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel, Workers = 2)]
