using Tensorflow.Keras.Datasets;
using Tensorflow.Serialization;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>Four small files with the names of Fashion-MNIST's, and their checksums.</summary>
internal static class TinyDataset
{
    private const int Train = 5, Test = 3;

    private static readonly (string Name, Shape Shape)[] s_files =
    [
        ("train-images-idx3-ubyte", (Train, 28, 28)),
        ("train-labels-idx1-ubyte", Train),
        ("t10k-images-idx3-ubyte", (Test, 28, 28)),
        ("t10k-labels-idx1-ubyte", Test),
    ];

    /// <summary>What must be found.</summary>
    internal static DatasetFiles Files { get; } = Describe();

    /// <summary>Writes the four files.</summary>
    internal static void Write(string folder, string ending = ".gz") =>
        Write(folder, (part, kind, axes) => $"{part}-{kind}-idx{axes}-ubyte{ending}");

    /// <summary>Writes the four files under other names, made of the part, what is in it, and how many axes it has.</summary>
    internal static void Write(string folder, Func<string, string, int, string> name)
    {
        Directory.CreateDirectory(folder);
        foreach (var (published, shape) in s_files)
        {
            var words = published.Split('-');
            IdxFile.save(Path.Combine(folder, name(words[0], words[1], shape.ndim)), Tensor.From<byte>(Elements(shape), shape));
        }
    }

    /// <summary>Requires that this is the data set.</summary>
    internal static void Check(DatasetPass pass)
    {
        var ((x, y), (xTest, yTest)) = pass;
        foreach (var (array, (name, shape)) in new[] { x, y, xTest, yTest }.Zip(s_files))
        {
            Assert.AreEqual(shape, array.shape, name);
            CollectionAssert.AreEqual(Elements(shape), array.ToArray<byte>(), name);
        }
    }

    /// <summary>Spoils a file's content without changing its size.</summary>
    internal static void Spoil(string folder, int number)
    {
        var (name, shape) = s_files[number];
        var elements = Elements(shape);
        elements[^1] ^= 1;
        IdxFile.save(Path.Combine(folder, name + ".gz"), Tensor.From<byte>(elements, shape));
    }

    private static byte[] Elements(Shape shape) => [.. Enumerable.Range(0, (int)shape.size).Select(i => (byte)(i * 7 + shape[0]))];

    private static DatasetFiles Describe()
    {
        var files = s_files.Select(file => new DatasetFile(
            file.Name, file.Shape, new IdxContent(Tensor.From<byte>(Elements(file.Shape), file.Shape).numpy()).Sha256(),
            file.Name)).ToArray();
        return new DatasetFiles(files[0], files[1], files[2], files[3]);
    }
}
