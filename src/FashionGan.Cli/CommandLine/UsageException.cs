namespace FashionGanTf.Cli.CommandLine;

/// <summary>The command line asks for something that cannot be meant.</summary>
internal sealed class UsageException(string message) : Exception(message);
