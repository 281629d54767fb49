using System.Text.Json;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;

namespace FashionGanTf.Tests.Support;

/// <summary>Captions of pictures whose number says what they show: every third is a dress, a shirt or a boot, every second dark or light.
/// A dress is also called a gown.</summary>
internal static class SmallCaptions
{
    internal const int OfPicture = 3;

    private static readonly string[][] s_names = [["dress", "gown"], ["shirt", "shirt"], ["boot", "boot"]];

    /// <summary>Writes several captions for each picture.</summary>
    /// <returns>The file.</returns>
    internal static string Write(TemporaryFolder folder, int pictures, int ofPicture = OfPicture)
    {
        var path = Path.Combine(folder.Path, "captions.jsonl");
        File.WriteAllLines(path, Enumerable.Range(0, pictures).SelectMany(picture => Enumerable.Range(0, ofPicture).Select(number =>
            Line(picture, number == 2 ? $"A {Name(picture, number)}" : $"a {Light(picture)} {Name(picture, number)}, wide"))));
        return path;
    }

    internal static string Line(int picture, string text) => JsonSerializer.Serialize(new { picture, text });

    internal static string Light(int picture) => picture % 2 == 0 ? "dark" : "light";

    /// <summary>A picture's name; caption number 1 has the other one.</summary>
    internal static string Name(int picture, int number) => s_names[picture % 3][number % 2];

    /// <summary>The captions of so many pictures.</summary>
    internal static CaptionSet Of(int pictures, int ofPicture = OfPicture)
    {
        using var folder = new TemporaryFolder();
        return CaptionSet.Read(Write(folder, pictures, ofPicture), pictures);
    }

    /// <summary>The words of tokens.</summary>
    internal static string Text(Vocabulary vocabulary, IEnumerable<int> tokens) =>
        string.Join(' ', tokens.Where(token => token > 0).Select(token => vocabulary[token - 1]));
}
