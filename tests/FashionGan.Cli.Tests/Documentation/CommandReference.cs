using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Tests.Documentation;

/// <summary>The text of docs/cli.md: what the program's own help says of each command, as tables, and what goes for all of them.</summary>
internal static partial class CommandReference
{
    /// <summary>What is said above all commands.</summary>
    private const string Head = """
        # Commands and options

        <!-- Made from the program's help. To make it anew:
        UPDATE_DOCS=1 dotnet test tests/FashionGan.Cli.Tests --filter Name=ThePageIsWhatTheHelpSays -->

        The program is called `fashion-gan` here. In a clone, write `dotnet run --project src/FashionGan.Cli --` instead.
        `fashion-gan COMMAND --help` shows the same in the terminal, and `fashion-gan --version` the version.
        [evaluation.md](evaluation.md) says what the figures of `evaluate` mean, [studio.md](studio.md) what `serve` offers to other
        programs, [augmentation.md](augmentation.md) what `augment` writes and `study-augmentation` measures, [words.md](words.md) what
        `captions` writes, and [reliability.md](reliability.md) what can happen to a run and how `--resume` goes on.


        """;

    /// <summary>What is said below them.</summary>
    private const string Tail = """
        ## Where Fashion-MNIST comes from

        Without `--data`, Fashion-MNIST is taken from the first of these that has it:

        1. the folder that the environment variable `FASHION_MNIST_DIR` names; when it is set, no other place is tried
        2. the cache folder, `~/.cache/fashion-gan` or the one below `XDG_CACHE_HOME`
        3. `/usr/share/datasets/fashion-mnist`, where Debian's package `dataset-fashion-mnist` puts it
        4. the publisher's server, into the cache folder
        5. Debian's package, unpacked into the cache folder without being installed

        Whatever is found is checked by its SHA-256. `--data` names data of your own. [data.md](data.md) says how pictures may lie there and
        what is made of them; `fashion-gan data DIR` shows what the program understands.

        ## Where files go

        Without `--out`, or `--run` of `plot`, `dotnet run` in a clone uses the repository's root, wherever it is called from, and a
        published program the working directory.

        ## What a picture is drawn from

        A `PICTURE` is text. It means the same on the command line, in the studio's addresses and in the tables that come with pictures.

        | text | picture |
        |---|---|
        | `7.3` | picture 3 of seed 7. The first one has the number 0. It is the same whatever `--count` is. |
        | `walk(A,B,T)` | the place T on the way from picture A to picture B: 0 is A, 1 is B, 0.3 is three tenths of the way |
        | `vary(A,7.3*D,9.1*E,...)` | a variation: D of the way from A to picture 7.3, from there E of the way to 9.1, and so on |
        | `blend(A*WEIGHT,B*WEIGHT,...)` | a mixture of pictures by weight, as `blend(7.3*2,8.0*1)` |
        | `7.3@sneaker` | picture 3 of seed 7 as a sneaker, of a model with classes; a part that one name alone has will do, too |
        | `more(A,darker*1.5,wider*1)` | A, 1.5 darker and 1 wider; [directions.md](directions.md) has the other directions |
        | `mix(A,B,ROWS)` | of a StyleGAN: the first rows of w from A, the others from B, as `mix(7.3,8.0,3)` |

        A and B are such texts again: `walk(7.3,blend(8.0*1,9.4*1),0.5)`. Quote them: a shell takes brackets and asterisks for its own.

        ## Names of files

        What a file's name promises is what is written to it, or the program refuses and writes nothing: `--out clothes.jpg` is wrong,
        because pictures are PNG files. Pictures and weights are written beside their place first and then renamed, so they are whole or
        not there. A name that begins with `@` is a name like any other.

        ## Exit codes

        | code | meaning |
        |---|---|
        | 0 | all went well |
        | 1 | something is wrong with the data, a file or the machine |
        | 2 | the command line is wrong |
        | 130 | interrupted by Ctrl-C |
        | 143 | ended by SIGTERM |

        An error is one line on standard error. The first Ctrl-C or SIGTERM lets the command stop where its files are whole, and a line says
        what was saved; the second ends the program at once.

        """;

    [GeneratedRegex(@" \[default: (?<value>.*)\](?<rest>.*)\z")]
    private static partial Regex SaidDefault();

    /// <summary>The whole page.</summary>
    internal static string Text()
    {
        var root = Application.Root(CancellationToken.None);
        var help = (HelpWithExamples)root.Options.OfType<HelpOption>().Single().Action!;
        var page = new StringBuilder(Head);
        page.Append("| command | what it does |\n|---|---|\n");
        foreach (var command in root.Subcommands)
            page.Append(CultureInfo.InvariantCulture, $"| [`{command.Name}`](#{command.Name}) | {command.Description} |\n");
        foreach (var command in root.Subcommands)
            Append(page, command, help.ExamplesOf(command));
        return page.Append('\n').Append(Tail).ToString();
    }

    private static void Append(StringBuilder page, Command command, IReadOnlyList<string> examples)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {command.Name}\n\n{command.Description}\n\n");
        page.Append("| option | default | meaning |\n|---|---|---|\n");
        foreach (var argument in command.Arguments)
            page.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | required | {argument.Description} |\n");
        foreach (var option in command.Options)
        {
            var (standard, meaning) = Split(option);
            var value = option.HelpName is { } name ? " " + name.Replace("|", "\\|", StringComparison.Ordinal) : "";
            page.Append(CultureInfo.InvariantCulture, $"| `{option.Name}{value}` | {standard} | {meaning} |\n");
        }

        page.Append("\n```sh\n");
        foreach (var example in examples)
            page.Append(CultureInfo.InvariantCulture, $"fashion-gan {example}\n");
        page.Append("```\n");
    }

    /// <summary>The default is in the option, or, where it depends on others, at its description's end.</summary>
    private static (string Default, string Meaning) Split(Option option)
    {
        var description = option.Description!;
        if (SaidDefault().Match(description) is { Success: true } said)
            return (said.Groups["value"].Value, $"{description[..said.Index].TrimEnd('.')}.{said.Groups["rest"].Value.TrimStart('.')}");
        if (option.Required)
            return ("required", description);
        var isNumber = option.HasDefaultValue && option.ValueType.IsPrimitive && option.ValueType != typeof(bool);
        return (isNumber ? Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)! : "", description);
    }
}
