using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Help as System.CommandLine writes it, then examples.</summary>
/// <param name="help">Writes the help.</param>
/// <param name="examples">The lines for each command, without the program's name.</param>
internal sealed class HelpWithExamples(HelpAction help, Dictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    /// <summary>The examples of a command, without the program's name.</summary>
    internal IReadOnlyList<string> ExamplesOf(Command command) => examples[command];

    /// <summary>Who asks for help gets help, whatever else is on the line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in ExamplesOf(parseResult.CommandResult.Command))
            output.WriteLine($"  {Invocation.Program} {line}");
        return ExitCode.Success;
    }
}
