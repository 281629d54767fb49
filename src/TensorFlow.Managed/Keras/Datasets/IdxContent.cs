using System.Security.Cryptography;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>What an IDX file holds.</summary>
/// <param name="Shape">The sizes of the axes.</param>
/// <param name="Elements">The bytes in row-major order.</param>
internal sealed record IdxContent(Shape Shape, byte[] Elements)
{
    /// <summary>The elements as an array.</summary>
    internal NDArray ToArray()
    {
        using var scope = TensorScope.Begin();
        return Tensor.From<byte>(Elements, Shape).numpy();
    }

    /// <summary>The SHA-256 of the uncompressed file, in small hexadecimal digits.</summary>
    internal string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // The head has one form only, so it is what the file began with.
        hash.AppendData(IdxHeader.Write(Shape));
        hash.AppendData(Elements);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
