// A page mostly waits, for its server or its browser; another test goes on meanwhile.
[assembly: Parallelize(Scope = ExecutionScope.ClassLevel, Workers = 2)]
