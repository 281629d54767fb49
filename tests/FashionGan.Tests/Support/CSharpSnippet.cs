using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FashionGanTf.Tests.Support;

/// <summary>C# that stands in a page of Markdown.</summary>
internal static partial class CSharpSnippet
{
    /// <summary>What the SDK adds to a console program.</summary>
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    /// <summary>The page's blocks of C#, from the first on.</summary>
    internal static IEnumerable<string> Of(string page) =>
        Block().Matches(File.ReadAllText(page)).Select(match => match.Groups["code"].Value);

    /// <summary>Compiles a console program, which has no errors and no warnings but those of assemblies' versions.</summary>
    internal static CSharpCompilation Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var program = CSharpCompilation.Create(
            "snippet", [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var complaints = program.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && !diagnostic.Id.StartsWith("CS17", StringComparison.Ordinal));
        Assert.AreEqual("", string.Join("\n", complaints), code);
        return program;
    }

    [GeneratedRegex("^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
