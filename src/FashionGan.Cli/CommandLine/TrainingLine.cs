using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>The options that a training declares, as options of a command line.</summary>
/// <param name="names">Those that a command has, as <c>--size</c>; none for all.</param>
internal sealed class TrainingLine(params string[] names)
{
    private readonly List<(TrainingOption Declared, Option Option)> _options =
        [.. TrainingOption.All.Where(declared => names.Length == 0 || names.Contains(declared.Name)).Select(declared =>
            (declared, Make(declared)))];

    /// <summary>All of them, in the order that they are declared in.</summary>
    internal IEnumerable<Option> Options => _options.Select(option => option.Option);

    /// <summary>What was given, and for the rest what another run has.</summary>
    /// <param name="line">A command line.</param>
    /// <param name="rest">The options of a run that goes on, or those of a training of which nothing is said.</param>
    internal TrainingOptions Read(ParseResult line, TrainingOptions rest)
    {
        foreach (var (declared, option) in _options)
            if (line.GetResult(option) is { Implicit: false } given)
                rest = declared.Change(rest, Value(declared, given));
        return rest;
    }

    private static Option Make(TrainingOption declared) => declared switch
    {
        { Type: var type } when type == typeof(bool) => new Option<bool>(declared.Name) { Description = declared.Help },
        { Choices.Count: > 0, Type: var type } when type == typeof(int) =>
            ChoiceOption.Of<int?>(declared.Name, declared.Help, declared.Choices, text => int.Parse(text, CultureInfo.InvariantCulture)),
        { Choices.Count: > 0 } => ChoiceOption.Of(declared.Name, declared.Help, declared.Choices, text => text),
        { Word: DeviceOption.Word } => DeviceOption.Of(declared.Help),
        { Word: PathOption.FileWord } => PathOption.Of(declared.Name, declared.Help, PathOption.FileWord),
        { Word: { } word } => WordOption.Of(declared.Name, declared.Help, word),
        { Type: var type } when type == typeof(string) => PathOption.Of(declared.Name, declared.Help, "FOLDER_OR_FILE"),
        { Default: int whole } => NumberOption.Of(declared.Name, declared.Help, whole, (int)declared.Least, (int)declared.Most),
        { Default: double number } => NumberOption.Of(declared.Name, declared.Help, number, declared.Least, declared.Most),
        { Type: var type } when type == typeof(int) =>
            NumberOption.Optional(declared.Name, declared.Help, (int)declared.Least, (int)declared.Most),
        _ => NumberOption.Optional(declared.Name, declared.Help, declared.Least, declared.Most),
    };

    /// <summary>A folder is meant from where the program was called; a run that goes on may be called from elsewhere.</summary>
    private static object? Value(TrainingOption declared, OptionResult given) =>
        declared.Word is null && declared.Choices.Count == 0 && given.GetValueOrDefault<object?>() is string folder
            ? Path.GetFullPath(folder) : given.GetValueOrDefault<object?>();
}
