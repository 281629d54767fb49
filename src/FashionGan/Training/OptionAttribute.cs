namespace FashionGanTf.Training;

/// <summary>
/// Makes a property of <see cref="TrainingOptions"/> an option of <c>train</c>. Its name, type and default are the property's; an option
/// that is null by default need not be given. A new option should be one of those: a config.json that was written before lacks it.
/// </summary>
/// <param name="help">What it does, in a sentence, for the command line's help.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string help) : Attribute
{
    /// <summary>A number.</summary>
    /// <param name="help">What it does, in a sentence, for the command line's help.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    public OptionAttribute(string help, double least, double most)
        : this(help) => (Least, Most) = (least, most);

    /// <summary>What it does, in a sentence.</summary>
    public string Help => help;

    /// <summary>The least number that is allowed.</summary>
    public double Least { get; }

    /// <summary>The most that is allowed.</summary>
    public double Most { get; }

    /// <summary>What kind of word a text is, as <c>DEVICE</c>; null for a folder or a file.</summary>
    public string? Word { get; set; }

    /// <summary>The words or whole numbers that can be chosen; none for what has a range, or none.</summary>
    public string[] Choices { get; set; } = [];

    /// <summary>Whether a resumed run may have another value.</summary>
    public ResumeRule OnResume { get; set; }
}
