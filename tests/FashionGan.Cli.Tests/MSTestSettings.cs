// Most of the time is the programs' that the tests start, and those do not share folders.
[assembly: Parallelize(Scope = ExecutionScope.ClassLevel, Workers = 2)]
