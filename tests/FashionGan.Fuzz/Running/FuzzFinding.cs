namespace FashionGanTf.Fuzz.Running;

/// <summary>An input that did what it must not, and all that is needed to see it again.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Number">The input's number in the run.</param>
/// <param name="Input">Its bytes.</param>
/// <param name="What">What was wrong.</param>
internal sealed record FuzzFinding(string Format, long Seed, long Number, byte[] Input, string What)
{
    /// <summary>Saves the input and tells where it is and how to run it again.</summary>
    internal string Report(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Format}-{Seed}-{Number}.bin");
        File.WriteAllBytes(path, Input);
        return $"{Format}, seed {Seed}, number {Number}: {What}\n  input ({Input.Length} bytes): {path}\n  again: dotnet run --project " +
            $"tests/FashionGan.Fuzz -- --format {Format} --seed {Seed} --start {Number} --count 1";
    }
}
