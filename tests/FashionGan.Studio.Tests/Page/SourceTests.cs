using System.Text.RegularExpressions;
using FashionGanTf.Studio.Site;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The page's own files: who imports whom, and how long their lines are.</summary>
[TestClass]
public sealed partial class SourceTests
{
    private const int MostColumns = 140;

    private static readonly string s_folder = Path.Combine(Repository.Root, "src", "FashionGan.Studio", "wwwroot");

    [TestMethod]
    public void NoModuleImportsItselfByWayOfOthers()
    {
        var imports = Directory.GetFiles(s_folder, "*.js", SearchOption.AllDirectories).ToDictionary(file => file, Imports);
        Assert.IsGreaterThan(20, imports.Count);
        Assert.IsGreaterThan(50, imports.Values.Sum(list => list.Length), "the imports are found");
        var done = new HashSet<string>();
        foreach (var file in imports.Keys)
            Walk(file, []);

        void Walk(string file, List<string> way)
        {
            Assert.IsTrue(imports.ContainsKey(file), $"{way.LastOrDefault()} imports {file}, which is not there");
            var begins = way.IndexOf(file);
            Assert.AreEqual(-1, begins,
                "a circle: " + string.Join(" -> ", way.Append(file).Skip(begins).Select(name => Path.GetRelativePath(s_folder, name))));
            if (done.Contains(file))
                return;
            foreach (var next in imports[file])
                Walk(next, [.. way, file]);
            done.Add(file);
        }
    }

    [TestMethod]
    public void TheScriptHasEachModuleThatIsImported()
    {
        var script = PageScript.Join("js/main.js", path => File.ReadAllText(Path.Combine(s_folder, path)));
        var imported = Directory.GetFiles(s_folder, "*.js", SearchOption.AllDirectories).SelectMany(Imports)
            .Append(Path.Combine(s_folder, "js", "main.js")).Distinct()
            .Select(file => Path.GetRelativePath(s_folder, file).Replace('\\', '/'));
        CollectionAssert.AreEquivalent(imported.ToArray(), Module().Matches(script).Select(match => match.Groups[1].Value).ToArray());
    }

    [TestMethod]
    [DataRow("export default 1;")]
    [DataRow("export { a };")]
    [DataRow("export let a = 1;")]
    [DataRow("import \"./other.js\";")]
    [DataRow("import a from \"./other.js\";")]
    [DataRow("const here = import.meta.url;")]
    [DataRow("const text = `</script>`;")]
    public void WhatCannotBeJoinedIsRefused(string text)
    {
        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => PageScript.Join("js/main.js", _ => text));
        StringAssert.StartsWith(refusal.Message, "js/main.js cannot be joined to others: '");
    }

    [TestMethod]
    public void LinesAreWithin140Columns()
    {
        var tooLong = new[] { "*.js", "*.css" }.SelectMany(kind => Directory.GetFiles(s_folder, kind, SearchOption.AllDirectories))
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{Path.GetRelativePath(s_folder, file)}:{i + 1}", line)))
            .Where(one => one.line.Length > MostColumns).Select(one => one.Place).ToArray();
        Assert.IsEmpty(tooLong, string.Join('\n', tooLong));
    }

    /// <summary>The files that a module imports, at once or later.</summary>
    private static string[] Imports(string file) => [.. Files(file, Import()), .. Files(file, LaterImport())];

    private static IEnumerable<string> Files(string file, Regex imports) => imports.Matches(File.ReadAllText(file))
        .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, match.Groups[1].Value)));

    [GeneratedRegex("""^"(js/[^"]+)": (?:async )?\(\) => \{$""", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex("""^(?:import|export)\b[^;]*?from\s+"([^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""(?:await|=>|=) import\("([^"]+)"\)""")]
    private static partial Regex LaterImport();
}
