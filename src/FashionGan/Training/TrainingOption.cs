using System.Reflection;
using System.Text.Json;

namespace FashionGanTf.Training;

/// <summary>
/// One option of a training: all that the command line, config.json and a resumed run need to know of it. It is declared once, as a
/// property of <see cref="TrainingOptions"/> with an <see cref="OptionAttribute"/>.
/// </summary>
public sealed class TrainingOption
{
    private readonly PropertyInfo _property;
    private readonly OptionAttribute _declared;

    private TrainingOption(PropertyInfo property)
    {
        _property = property;
        _declared = property.GetCustomAttribute<OptionAttribute>()
            ?? throw new InvalidOperationException($"{property.Name} of {nameof(TrainingOptions)} lacks its [Option].");
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Default = Of(new TrainingOptions());
    }

    /// <summary>All options, in the order that they are declared in.</summary>
    public static IReadOnlyList<TrainingOption> All { get; } =
        [.. typeof(TrainingOptions).GetProperties().OrderBy(property => property.MetadataToken).Select(property =>
            new TrainingOption(property))];

    /// <summary>Its name on the command line, as <c>--batch-size</c>.</summary>
    public string Name => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(_property.Name);

    /// <summary>Its name in config.json, as <c>batch_size</c>.</summary>
    public string ConfigName => JsonNamingPolicy.SnakeCaseLower.ConvertName(_property.Name);

    /// <summary>What it does, in a sentence.</summary>
    public string Help => _declared.Help;

    /// <summary><see cref="int"/>, <see cref="double"/>, <see cref="string"/> for a folder or a word, or <see cref="bool"/> for what is
    /// there or not.</summary>
    public Type Type { get; }

    /// <summary>What it is when it is not given; null where it need not be.</summary>
    public object? Default { get; }

    /// <summary>What kind of word a text is; null for a folder or a file.</summary>
    public string? Word => _declared.Word;

    /// <summary>The words or whole numbers that can be chosen; empty where there is no such list.</summary>
    public IReadOnlyList<string> Choices => _declared.Choices;

    /// <summary>The least number that is allowed.</summary>
    public double Least => _declared.Least;

    /// <summary>The most that is allowed.</summary>
    public double Most => _declared.Most;

    /// <summary>Whether a resumed run may have another value.</summary>
    public ResumeRule OnResume => _declared.OnResume;

    /// <summary>Its value among a run's options.</summary>
    public object? Of(TrainingOptions options) => _property.GetValue(options);

    /// <summary>The same options but for this one.</summary>
    /// <param name="options">A run's options; they stay as they are.</param>
    /// <param name="value">Of its type; or null, where <see cref="Default"/> is null.</param>
    public TrainingOptions Change(TrainingOptions options, object? value)
    {
        var copy = options with { };
        _property.SetValue(copy, value);
        return copy;
    }

    /// <summary>How it is written on a command line, as <c>--seed 2</c>; null where it is what it would be anyway.</summary>
    internal string? Given(TrainingOptions options) => Of(options) switch
    {
        null or false => null,
        var value when Equals(value, Default) => null,
        true => Name,
        var value => $"{Name} {Text(value)}",
    };

    /// <summary>What keeps a run from going on with another value, as <c>--seed 2 (the run has 1)</c>; null when nothing does.</summary>
    /// <param name="run">The run's options.</param>
    /// <param name="asked">What was asked for now.</param>
    /// <param name="samePictures">Whether both take the same pictures.</param>
    internal string? Difference(TrainingOptions run, TrainingOptions asked, bool samePictures)
    {
        var (had, value) = (Of(run), Of(asked));
        var mayChange = OnResume switch
        {
            ResumeRule.Free => true,
            ResumeRule.SamePictures => samePictures,
            ResumeRule.MayGrow => Comparer<object?>.Default.Compare(value, had) >= 0,
            _ => false,
        };
        if (mayChange || Equals(had, value))
            return null;
        if (Type == typeof(bool))
            return value is null ? $"no {Name} (the run has it)" : $"{Name} (the run does not have it)";
        return value is null ? $"no {Name} (the run has {Text(had)})" : $"{Name} {Text(value)} (the run has {Text(had)})";
    }

    private static string Text(object? value) => value is null ? "none" : FormattableString.Invariant($"{value}");
}
