using System.Security.Cryptography;
using System.Text;

namespace Tensorflow.Serialization;

/// <summary>
/// A SHA-256 of all that a safetensors file says, whatever way its header is written: the texts in the order of their names, then each
/// tensor's name, type, shape and elements in the file's order.
/// </summary>
internal sealed class SafeTensorsChecksum
{
    /// <summary>The text that holds it, which it does not cover.</summary>
    internal const string Key = "sha256";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>A sum that holds the texts.</summary>
    internal SafeTensorsChecksum(IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (key, value) in metadata.OrderBy(text => text.Key, StringComparer.Ordinal))
        {
            if (key == Key)
                continue;
            Add(key);
            Add(value);
        }
    }

    /// <summary>The texts with the checksum of everything among them.</summary>
    internal static IReadOnlyDictionary<string, string> Added(List<(string Name, Tensor Value)> tensors,
        IReadOnlyDictionary<string, string>? metadata)
    {
        var texts = new Dictionary<string, string>(metadata ?? new Dictionary<string, string>());
        var sum = new SafeTensorsChecksum(texts);
        foreach (var (name, value) in tensors)
            sum.Add(name, value.shape, SafeTensorsType.Of(value.dtype), TensorBytes.Chunks(value));
        texts[Key] = sum.Text();
        return texts;
    }

    internal void Add(string name, Shape shape, SafeTensorsType type, ReadOnlySpan<byte> elements)
    {
        Add(name, shape, type);
        _hash.AppendData(elements);
    }

    /// <summary>The sum, in hexadecimal digits.</summary>
    internal string Text()
    {
        using (_hash)
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    internal void Add(string name, Shape shape, SafeTensorsType type, IEnumerable<ReadOnlyMemory<byte>> elements)
    {
        Add(name, shape, type);
        foreach (var chunk in elements)
            _hash.AppendData(chunk.Span);
    }

    private void Add(string name, Shape shape, SafeTensorsType type)
    {
        Add(name);
        // Of the two types that are read as float32 the older one has its name in sums that were written.
        Add($"{(type.IsReadable && type != SafeTensorsType.BFloat16 ? type.DataType.Name() : type.Name)} {shape}");
    }

    /// <summary>A length goes before each text, so that no two lists of texts read alike.</summary>
    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }
}
