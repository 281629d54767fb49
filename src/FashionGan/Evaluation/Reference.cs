using FashionGanTf.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>The real pictures that others are compared with.</summary>
public sealed class Reference
{
    private Reference(string name, NDArray? others) => (Name, Others) = (name, others);

    /// <summary>The data set's test pictures, which no generator has seen.</summary>
    public static Reference Test { get; } = new("test", null);

    /// <summary>The data set's training pictures.</summary>
    public static Reference Train { get; } = new("train", null);

    /// <summary><c>test</c>, <c>train</c>, or where the pictures are from.</summary>
    public string Name { get; }

    /// <summary>Pictures that are not of the data set; null for its own.</summary>
    internal NDArray? Others { get; }

    /// <summary>What <c>--against</c> names.</summary>
    /// <param name="name"><c>test</c>, <c>train</c>, or a place with pictures.</param>
    /// <param name="options">How those are made like the data's.</param>
    /// <exception cref="IOException">There is no such place, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its pictures will not do.</exception>
    public static Reference Of(string name, PictureOptions options) => name switch
    {
        "test" => Test,
        "train" => Train,
        _ when !Path.Exists(name) =>
            throw new FileNotFoundException($"Pictures are compared with test, train, or a folder or file; there is no {name}."),
        _ => new Reference(name, Read(options with { Place = name, Limit = null, LabelColumn = null })),
    };

    private static NDArray Read(PictureOptions options)
    {
        var pictures = PictureSet.Read(options, labelled: false).Pictures;
        return pictures.shape[0] >= 2 ? pictures
            : throw new InvalidDataException($"{options.Place} holds one picture; at least two are needed.");
    }
}
