using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tensorflow.Serialization;

/// <summary>
/// Files of named tensors in the safetensors format: 8 bytes with the header's length, a JSON header, then the elements, little-endian.
/// See https://huggingface.co/docs/safetensors. A file that is read may be hostile: every length, offset and type is checked before use.
/// </summary>
public sealed class SafeTensors
{
    private readonly Dictionary<string, SafeTensorsEntry> _entries;
    private readonly byte[] _data;
    private readonly string _path;

    private SafeTensors(string path, Dictionary<string, SafeTensorsEntry> entries, IReadOnlyDictionary<string, string> metadata,
        byte[] data) =>
        (_path, _entries, this.metadata, _data) = (path, entries, metadata, data);

    /// <summary>The texts that the file carries beside the tensors.</summary>
    public IReadOnlyDictionary<string, string> metadata { get; }

    /// <summary>The tensors' names, in the order of their places in the file.</summary>
    public IEnumerable<string> names => _entries.OrderBy(entry => entry.Value.Begin).Select(entry => entry.Key);

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no safetensors file, or a damaged one;
    /// the message names the file and what is wrong.</exception>
    public static SafeTensors load(string path)
    {
        using var file = Open(path);
        // A pipe's length is not known before its end.
        return file.CanSeek
            ? Read(path, file, file.Length) : throw new InvalidDataException($"{path}: not a safetensors file: a pipe, not a file.");
    }

    /// <summary>Reads what a stream holds from its beginning to its end.</summary>
    /// <param name="stream">A stream that knows its length, of a resource for one.</param>
    /// <param name="name">What it is called in a message.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file, or a damaged one.</exception>
    public static SafeTensors load(Stream stream, string name) => Read(name, stream, stream.Length);

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (FileNotFoundException error)
        {
            throw new FileNotFoundException($"There is no file {path}.", path, error);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new DirectoryNotFoundException($"There is no file {path}, nor its folder.", error);
        }
    }

    /// <summary>Reads what a stream holds; it may hold another number of bytes than it said,
    /// as a file does that someone is writing.</summary>
    internal static SafeTensors Read(string path, Stream stream, long length) => Checked(path, () =>
    {
        var (entries, metadata, dataLength) = SafeTensorsHeader.Read(stream, length);
        var data = new byte[dataLength];
        stream.ReadExactly(data);
        RequireEnd(stream);
        var file = new SafeTensors(path, entries, metadata, data);
        file.CheckTruthValues();
        return file;
    });

    /// <summary>Requires that a file is what <see cref="save"/> wrote with a checksum, in the same order; it is not held in
    /// memory.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no safetensors file, or has no checksum, or another one than its content;
    /// the message names the file.</exception>
    public static void verify(string path)
    {
        using var file = Open(path);
        var (content, texts) = Checked(path, () =>
        {
            var (entries, metadata, _) = SafeTensorsHeader.Read(file, file.Length);
            var sum = new SafeTensorsChecksum(metadata);
            foreach (var (name, entry) in entries.OrderBy(entry => entry.Value.Begin))
                sum.Add(name, entry.Shape, entry.Type, TensorBytes.Chunks(file, entry.End - entry.Begin));
            RequireEnd(file);
            return (sum.Text(), metadata);
        });
        Require(path, content, texts);
    }

    private static T Checked<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"{path}: it was cut short while it was read.", error);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {OneLine.Of(error.Message)}", error);
        }
    }

    private static void RequireEnd(Stream stream)
    {
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException("it grew while it was read.");
    }

    private static void Require(string path, string sum, IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(SafeTensorsChecksum.Key, out var expected))
            throw new InvalidDataException($"{path}: it carries no checksum.");
        if (sum != expected)
            throw new InvalidDataException($"{path}: its checksum is not that of its content: it was damaged after it was written.");
    }

    /// <summary>Writes tensors to a file: beside it first, then renamed, so that the file is whole or not there.</summary>
    /// <param name="path">The file's place; its folder must exist.</param>
    /// <param name="tensors">What goes into it, in this order, each under a name that no other has.</param>
    /// <param name="metadata">Texts to carry beside the tensors.</param>
    /// <param name="checksum">Adds a checksum of everything to the texts, for <see cref="require_checksum"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void save(
        string path, IEnumerable<(string Name, Tensor Value)> tensors, IReadOnlyDictionary<string, string>? metadata = null,
        bool checksum = false)
    {
        var list = tensors.ToList();
        if (checksum)
            metadata = SafeTensorsChecksum.Added(list, metadata);
        var header = SafeTensorsHeader.Write([.. list.Select(item => (item.Name, item.Value.shape, item.Value.dtype))], metadata);
        AtomicFile.Write(path, file =>
        {
            file.Write(header);
            foreach (var (_, value) in list)
                foreach (var chunk in TensorBytes.Chunks(value))
                    file.Write(chunk.Span);
        });
    }

    /// <summary>Requires that names, types, shapes, elements and texts are what they were when the file was saved with a checksum. Another
    /// tool may have written it again in another order, if it was saved in the order of the names.</summary>
    /// <exception cref="InvalidDataException">It has no checksum, or another one than its content.</exception>
    public void require_checksum()
    {
        var byName = Checksum(names.Order(StringComparer.Ordinal));
        Require(_path, byName == metadata.GetValueOrDefault(SafeTensorsChecksum.Key) ? byName : Checksum(names), metadata);
    }

    private string Checksum(IEnumerable<string> order)
    {
        var sum = new SafeTensorsChecksum(metadata);
        foreach (var name in order)
        {
            var entry = Entry(name);
            sum.Add(name, entry.Shape, entry.Type, Bytes(entry));
        }

        return sum.Text();
    }

    /// <summary>The shape of a tensor.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public Shape shape(string name) => Entry(name).Shape;

    /// <summary>True when there is a tensor of this name.</summary>
    public bool contains(string name) => _entries.ContainsKey(name);

    /// <summary>A tensor's value; float16 and bfloat16 become float32.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    /// <exception cref="InvalidDataException">It is of a type that the runtime has no tensors of.</exception>
    public Tensor tensor(string name)
    {
        var entry = ReadableEntry(name);
        var tensor = Tensor.Empty(entry.Shape, entry.Type.DataType);
        Tensor.Device.CopyFromHost(Elements(entry), tensor.Storage, 0);
        return tensor;
    }

    /// <summary>A tensor's elements; float16 and bfloat16 become float32.</summary>
    /// <exception cref="ArgumentException">They are not of type <typeparamref name="T"/>.</exception>
    /// <exception cref="InvalidDataException">They are of a type that the runtime has no tensors of.</exception>
    public T[] ToArray<T>(string name) where T : unmanaged
    {
        var entry = ReadableEntry(name);
        if (DataTypes.Of<T>() != entry.Type.DataType)
            throw new ArgumentException($"{_path}: {name} holds {entry.Type.DataType.Name()}, not {DataTypes.Of<T>().Name()}.");
        return MemoryMarshal.Cast<byte, T>(Elements(entry)).ToArray();
    }

    /// <summary>The elements as the runtime holds them: those of 16 bits as float32.</summary>
    private ReadOnlySpan<byte> Elements(SafeTensorsEntry entry)
    {
        var bytes = Bytes(entry);
        if (entry.Type != SafeTensorsType.Half && entry.Type != SafeTensorsType.BFloat16)
            return bytes;
        var values = new float[bytes.Length / 2];
        if (entry.Type == SafeTensorsType.Half)
            Widen(MemoryMarshal.Cast<byte, Half>(bytes), values);
        else
            WidenBFloat16(MemoryMarshal.Cast<byte, ushort>(bytes), values);
        return MemoryMarshal.AsBytes(values.AsSpan());
    }

    // Compiled well at once: a program that draws one picture reads millions of these, before the second compilation of what runs often.
    // TensorPrimitives' loop, which has many small methods, takes ten times as long until then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<Half> halves, Span<float> values)
    {
        for (var i = 0; i < halves.Length; i++)
            values[i] = (float)halves[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WidenBFloat16(ReadOnlySpan<ushort> uppers, Span<float> values)
    {
        for (var i = 0; i < uppers.Length; i++)
            values[i] = BitConverter.UInt32BitsToSingle((uint)uppers[i] << 16);
    }

    private ReadOnlySpan<byte> Bytes(SafeTensorsEntry entry) =>
        _data.AsSpan(checked((int)entry.Begin), checked((int)(entry.End - entry.Begin)));

    private SafeTensorsEntry Entry(string name) =>
        _entries.TryGetValue(name, out var entry)
        ? entry : throw new KeyNotFoundException($"{_path}: there is no tensor '{name}' in this file.");

    private SafeTensorsEntry ReadableEntry(string name)
    {
        var entry = Entry(name);
        return entry.Type.IsReadable
            ? entry : throw new InvalidDataException($"{_path}: {OneLine.Of($"the tensor '{name}'")} is of type {entry.Type.Name}, which " +
                $"this reader does not have; it has {SafeTensorsType.Readable}.");
    }

    /// <summary>A bool is a byte 0 or 1; with any other, C# holds it for neither true nor false.</summary>
    private void CheckTruthValues()
    {
        foreach (var (name, entry) in _entries)
            if (entry.Type.DataType == TF_DataType.TF_BOOL && Bytes(entry).ContainsAnyExceptInRange((byte)0, (byte)1))
                throw new InvalidDataException($"the tensor '{name}' is of type BOOL and holds bytes other than 0 and 1.");
    }
}
