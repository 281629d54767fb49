using System.Security.Cryptography;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>What an IDX file holds.</summary>
/// <param name="Array">The elements, uint8.</param>
internal sealed record IdxContent(NDArray Array)
{
    /// <summary>The sizes of the axes.</summary>
    internal Shape Shape => Array.shape;

    /// <summary>The SHA-256 of the uncompressed file, in small hexadecimal digits.</summary>
    internal string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // The head has one form only, so it is what the file began with.
        hash.AppendData(IdxHeader.Write(Shape));
        foreach (var chunk in TensorBytes.Chunks(Array))
            hash.AppendData(chunk.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
