using Tensorflow.Serialization.Png;

namespace Tensorflow.Operations;

/// <summary>A picture as the bytes of a PNG file. It has no gradient.</summary>
internal static class EncodePng
{
    /// <summary>The file of a picture (H, W, C) of uint8, 1 to 4 channels.</summary>
    /// <exception cref="ArgumentException">It is of another type or shape.</exception>
    internal static byte[] Apply(Tensor image)
    {
        if (image.dtype != TF_DataType.TF_UINT8 || image.ndim != 3 || image.size == 0)
            throw new ArgumentException(
                $"encode_png: a picture is uint8 of shape (height, width, channels), not {image.dtype.Name()} of shape {image.shape}.");
        return PngEncoder.Encode((int)image.shape[1], (int)image.shape[0], (int)image.shape[2], image.ToArray<byte>());
    }
}
