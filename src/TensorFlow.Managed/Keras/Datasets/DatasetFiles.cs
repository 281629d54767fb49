using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>One file of a data set.</summary>
/// <param name="Name">Its name without <c>.gz</c>.</param>
/// <param name="Shape">The array in it.</param>
/// <param name="Sha256">The checksum of its uncompressed content, in small hexadecimal digits; compressing anew does not change it.</param>
/// <param name="Content">What it holds, in words.</param>
internal sealed record DatasetFile(string Name, Shape Shape, string Sha256, string Content)
{
    /// <summary>The file in a folder, compressed or plain.</summary>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    internal string In(string folder)
    {
        var plain = Path.Combine(folder, Name);
        return File.Exists(plain + ".gz") ? plain + ".gz"
            : File.Exists(plain) ? plain
            : throw NotFound(folder);
    }

    /// <summary>Reads the file and checks that it is this one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or another.</exception>
    internal IdxContent ReadGenuine(string path) => RequireGenuine(IdxFile.Read(path), path);

    private IOException NotFound(string folder)
    {
        try
        {
            // Unlike File.Exists it tells what is not there from what may not be seen.
            File.GetAttributes(Path.Combine(folder, Name + ".gz"));
        }
        catch (UnauthorizedAccessException error)
        {
            return new IOException($"{folder} cannot be read: permission denied.", error);
        }
        catch (IOException)
        {
            // What is missing is told below.
        }

        return new FileNotFoundException(
            File.Exists(folder) ? $"{folder} is a file; a folder with the four files of the data set is needed."
            : Directory.Exists(folder) ? $"{folder} holds no {Name}.gz."
            : $"There is no folder {folder}.");
    }

    /// <summary>The content, if it is this file's.</summary>
    /// <exception cref="InvalidDataException">It is another's.</exception>
    internal IdxContent RequireGenuine(IdxContent content, string path)
    {
        if (!content.Shape.Equals(Shape))
            throw new InvalidDataException($"{path} has the shape {content.Shape}, not {Shape}.");
        var sha256 = content.Sha256();
        return sha256 == Sha256
            ? content : throw new InvalidDataException($"{path} is not the published file: its SHA-256 is {sha256}, not {Sha256}.");
    }
}

/// <summary>The four files that make up a data set of the MNIST family.</summary>
internal sealed record DatasetFiles(DatasetFile TrainImages, DatasetFile TrainLabels, DatasetFile TestImages, DatasetFile TestLabels)
{
    internal static DatasetFiles FashionMnist { get; } = new(
        new("train-images-idx3-ubyte", (60000, 28, 28), "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "training pictures"),
        new("train-labels-idx1-ubyte", 60000, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "labels of the training pictures"),
        new("t10k-images-idx3-ubyte", (10000, 28, 28), "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "test pictures"),
        new("t10k-labels-idx1-ubyte", 10000, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
            "labels of the test pictures"));

    internal IEnumerable<DatasetFile> All => [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>Reads a folder that must hold exactly the published files.</summary>
    /// <exception cref="IOException">One is missing.</exception>
    /// <exception cref="InvalidDataException">One is damaged, or another.</exception>
    internal DatasetPass LoadGenuine(string folder) => LoadGenuine(file => file.In(folder));

    private DatasetPass LoadGenuine(Func<DatasetFile, string> find)
    {
        NDArray Read(DatasetFile file) => file.ReadGenuine(find(file)).Array;
        return new() { Train = (Read(TrainImages), Read(TrainLabels)), Test = (Read(TestImages), Read(TestLabels)) };
    }

    /// <summary>Reads the folder that an environment variable names: whoever sets it means it,
    /// so what it lacks is not looked for elsewhere.</summary>
    /// <exception cref="IOException">It does not hold exactly the published files.</exception>
    internal DatasetPass LoadNamed(string variable, string folder)
    {
        try
        {
            if (File.Exists(folder))
                throw new IOException($"{folder} is a file; a folder with the four files of the data set is needed.");
            return LoadGenuine(DatasetFolder.Open(folder).Require);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new IOException(
                $"{variable} names {folder}, which will not do: {error.Message} A data set of your own goes by load_data's path (the " +
                $"program's --data).",
                error);
        }
    }

    /// <summary>Reads a folder that may hold another data set of the same layout:
    /// as many labels as pictures, pictures of the same size.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">One is damaged, or the sizes do not fit.</exception>
    internal DatasetPass LoadAny(string place)
    {
        var folder = DatasetFolder.Open(place);
        (NDArray, NDArray) Read(DatasetFile images, DatasetFile labels)
        {
            var x = ReadImages(folder.Require(images));
            return (x, ReadLabels(folder.Require(labels), x.shape[0]));
        }

        return new() { Train = Read(TrainImages, TrainLabels), Test = Read(TestImages, TestLabels) };
    }

    /// <summary>Reads a file of pictures of the data set's size, any number of them.</summary>
    /// <exception cref="InvalidDataException">It is damaged, holds none, or others.</exception>
    internal NDArray ReadImages(string path)
    {
        var (needed, content) = (TrainImages.Shape, IdxFile.Read(path));
        if (content.Shape.ndim != 3 || !content.Shape[1..].Equals(needed[1..]))
            throw new InvalidDataException($"{path} has the shape {content.Shape}; pictures of {needed[1]} x {needed[2]} pixels are " +
                $"needed: (N, {needed[1]}, {needed[2]}).");
        return RequireSome(content, path);
    }

    /// <summary>Reads a file of square pictures of any size, gray (N, size, size) or in colour (N, size, size, 3).</summary>
    /// <exception cref="InvalidDataException">It is damaged, holds none, or others.</exception>
    internal static NDArray ReadSquareImages(string path)
    {
        var content = IdxFile.Read(path);
        var shape = content.Shape;
        if (shape.ndim is not (3 or 4) || shape[1] != shape[2] || shape[1] < 1 || (shape.ndim == 4 && shape[3] != 3))
            throw new InvalidDataException(
                $"{path} has the shape {shape}; square pictures are needed, (N, size, size) in gray or (N, size, size, 3) in colour.");
        return RequireSome(content, path);
    }

    private static NDArray RequireSome(IdxContent content, string path) =>
        content.Shape[0] > 0 ? content.Array : throw new InvalidDataException($"{path} holds no pictures.");

    /// <summary>Reads a file of labels, one for each picture.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or there are more or fewer.</exception>
    internal static NDArray ReadLabels(string path, long count)
    {
        var labels = IdxFile.Read(path);
        return labels.Shape.ndim == 1 && labels.Shape[0] == count
            ? labels.Array
            : throw new InvalidDataException($"{path} has the shape {labels.Shape}; the {count} pictures beside it need ({count},).");
    }
}
