using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Studio.Models;

/// <summary>A generator that can be drawn with.</summary>
/// <param name="Gan">The generator.</param>
/// <param name="Fingerprint">Tells its weights from all others.</param>
internal sealed record StudioModel(FashionGan Gan, string Fingerprint)
{
    /// <summary>The size and colours of its pictures.</summary>
    internal PictureShape Picture => Gan.Picture;

    /// <summary>Reads a generator's weights and draws a first picture, so that the next one is not kept waiting.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no generator.</exception>
    internal static StudioModel Load(string path)
    {
        var gan = FashionGan.Load(path);
        return Of(gan, FingerprintOf(gan));
    }

    /// <summary>A generator that ships with the program.</summary>
    /// <param name="name">One of <see cref="FashionGan.PretrainedNames"/>.</param>
    internal static StudioModel Shipped(string name) => Of(FashionGan.Pretrained(name), FashionGan.PretrainedSha256(name));

    /// <summary>Of the weights that were read, not of the file, which a training may have replaced since: else browsers would be told for
    /// good that old pictures are still right.</summary>
    private static string FingerprintOf(FashionGan gan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var weight in gan.Generator.Weights)
            hash.AppendData(MemoryMarshal.AsBytes<float>(weight.numpy().ToArray<float>()));
        // The name of a class may stand for another one tomorrow.
        foreach (var name in gan.Classes)
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\n'));
        foreach (var word in gan.Vocabulary ?? Enumerable.Empty<string>())
            hash.AppendData(Encoding.UTF8.GetBytes(word + '\n'));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static StudioModel Of(FashionGan gan, string fingerprint)
    {
        gan.Generate(1, seed: 0);
        return new StudioModel(gan, fingerprint);
    }
}
