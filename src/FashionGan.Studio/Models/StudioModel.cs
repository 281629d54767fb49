using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FashionGanTf.Models;

namespace FashionGanTf.Studio.Models;

/// <summary>A generator that can be drawn with.</summary>
/// <param name="Gan">The generator.</param>
/// <param name="Fingerprint">Tells its weights from all others.</param>
/// <param name="Width">Columns of its pictures.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 for gray, 3 for colour.</param>
internal sealed record StudioModel(FashionGan Gan, string Fingerprint, int Width, int Height, int Channels)
{
    /// <summary>Reads a generator's weights and draws a first picture: it tells the size, and the next one is not kept waiting.</summary>
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
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static StudioModel Of(FashionGan gan, string fingerprint)
    {
        var picture = gan.Generate(1, seed: 0)[0];
        return new StudioModel(gan, fingerprint, picture.Width, picture.Height, picture.Channels);
    }
}
