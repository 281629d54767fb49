namespace FashionGanTf.Cli.CommandLine;

/// <summary>Standard output is closed, or what it leads to is full.</summary>
internal sealed class OutputException(Exception inner)
    : IOException($"standard output could not be written: " +
        $"{(inner is UnauthorizedAccessException ? "it is closed" : inner.Message.TrimEnd('.'))}.", inner);
