using Tensorflow.Operations;
using Tensorflow.Serialization;

namespace Tensorflow.NumPy;

/// <summary>
/// NumPy's files of one array, <c>.npy</c>. A file that is read may be hostile: nothing larger than what it holds is ever allocated, and
/// objects, which NumPy would unpickle, are refused.
/// </summary>
internal static class NpyFile
{
    /// <summary>Reads what a stream holds up to its end.</summary>
    /// <param name="name">What it is called in a message.</param>
    /// <param name="stream">Stands at the beginning.</param>
    /// <param name="held">What it holds at most, in bytes.</param>
    /// <exception cref="InvalidDataException">It is not a .npy file, a damaged one, or one of elements that are not read.</exception>
    internal static NDArray Read(string name, Stream stream, long held)
    {
        try
        {
            return Read(stream, held);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{name}: {OneLine.Of(error.Message)}", error);
        }
    }

    private static NDArray Read(Stream stream, long held)
    {
        var header = NpyHeader.Read(stream);
        if (header.ByteLength > held)
            throw CutShort(header.Shape);
        var elements = new byte[header.ByteLength];
        if (stream.ReadAtLeast(elements, elements.Length, throwOnEndOfStream: false) < elements.Length)
            throw CutShort(header.Shape);
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"bytes follow the {header.Shape.size} elements of its shape {header.Shape}.");
        return NDArray.Made(() =>
        {
            var shape = header.IsFortran ? new Shape([.. header.Shape.dims.Reverse()]) : header.Shape;
            var tensor = Tensor.Empty(shape, header.Type.DataType);
            if (shape.size > 0)
                Tensor.Device.CopyFromHost(header.Type.Decode(elements, header.IsBigEndian), tensor.Storage, 0);
            return header.IsFortran ? Transpose.Apply(tensor) : tensor;
        });
    }

    /// <summary>Writes an array.</summary>
    internal static void Write(Stream stream, Tensor array)
    {
        stream.Write(NpyHeader.Write(array.dtype, array.shape));
        foreach (var chunk in TensorBytes.Chunks(array))
            stream.Write(chunk.Span);
    }

    private static InvalidDataException CutShort(Shape shape) =>
        new($"damaged file, cut short: its head promises the shape {shape}, {shape.size} elements, and there are fewer.");
}
