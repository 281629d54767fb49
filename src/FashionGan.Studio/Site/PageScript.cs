using System.Text;
using System.Text.RegularExpressions;

namespace FashionGanTf.Studio.Site;

/// <summary>The page's modules as one script, because a browser asks for each module by itself. A module becomes a function, which runs
/// when another one first needs it, and returns what it exports.</summary>
internal static partial class PageScript
{
    /// <summary>Joins a module and all that it imports, at once or later.</summary>
    /// <param name="entry">Its path, as <c>js/main.js</c>.</param>
    /// <param name="read">Reads a module by its path.</param>
    /// <exception cref="InvalidDataException">A module imports or exports in a way that is not known here.</exception>
    internal static string Join(string entry, Func<string, string> read)
    {
        var done = new HashSet<string>();
        var script = new StringBuilder("const modules = {\n");
        Add(entry);
        return script.Append(
            "};\n" +
            "const made = {};\n" +
            "const need = path => made[path] ??= modules[path]();\n" +
            "const later = async path => need(path);\n" +
            $"need(\"{entry}\");\n").ToString();

        void Add(string path)
        {
            if (!done.Add(path))
                return;
            string Of(Match match) => new Uri(new Uri($"page:/{path}"), match.Groups["file"].Value).AbsolutePath.TrimStart('/');
            var (needed, exported) = (new List<string>(), new List<string>());
            string Need(Match match, string text)
            {
                needed.Add(Of(match));
                return text;
            }

            var text = Names().Replace(read(path), match =>
                Need(match, $"const {{{match.Groups["names"].Value.Replace(" as ", ": ")}}} = need(\"{Of(match)}\");"));
            text = All().Replace(text, match => Need(match, $"const {match.Groups["name"].Value} = need(\"{Of(match)}\");"));
            text = Later().Replace(text, match => Need(match, $"{match.Groups["before"].Value}later(\"{Of(match)}\")"));
            text = Export().Replace(text, match =>
            {
                exported.Add(match.Groups["name"].Value);
                return match.Groups["what"].Value;
            });
            if (Left().Match(text) is { Success: true } left)
                throw new InvalidDataException($"{path} cannot be joined to others: '{left.Value}'.");
            script.Append($"\"{path}\": {(path == entry ? "async " : "")}() => {{\n{text}\n")
                .Append($"return {{ {string.Join(", ", exported)} }};\n}},\n");
            needed.ForEach(Add);
        }
    }

    [GeneratedRegex("""^import \{(?<names>[^}]*)\} from "(?<file>[^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Names();

    [GeneratedRegex("""^import \* as (?<name>\w+) from "(?<file>[^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex All();

    [GeneratedRegex("""(?<before>await |=> |= )import\("(?<file>[^"]+)"\)""")]
    private static partial Regex Later();

    [GeneratedRegex("""^export (?<what>(?:const|class|(?:async )?function) (?<name>\w+))""", RegexOptions.Multiline)]
    private static partial Regex Export();

    /// <summary>What no joined module may have, and what no script within a page may.</summary>
    [GeneratedRegex("""^(?:import|export)\b.*|import\.meta|</script|<!--""", RegexOptions.Multiline)]
    private static partial Regex Left();
}
