using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Serialization;
using Tensorflow.Serialization.Keras;

namespace FashionGanTf.Export;

/// <summary>A DCGAN's generator whose weights Keras wrote, such as that of TensorFlow's tutorial: a dense layer, a batch normalisation,
/// and transposed convolutions with normalisations between them (https://www.tensorflow.org/tutorials/generative/dcgan).</summary>
public static class KerasGenerator
{
    /// <summary>Reads a file of weights.</summary>
    /// <param name="path">A <c>.weights.h5</c> or <c>.keras</c> file of Keras 3, or a <c>.h5</c> file of Keras 2.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds another network, or is damaged; the message is one line.</exception>
    public static FashionGan Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path}.");
        if (!KerasWeightsFile.is_one(path))
            throw new InvalidDataException($"{path} is no file of weights that Keras wrote: a .weights.h5, .keras or .h5 file is.");
        using var file = KerasWeightsFile.load(path);
        var kernels = file.layers.Where(layer => layer.Shapes.Count > 0).Select(layer => layer.Shapes[0]).ToList();
        var gan = FashionGan.ToLoad(ShapeOf(kernels) ?? throw new InvalidDataException(
            $"{path} holds no generator of a DCGAN; the first array of each layer has the shape " +
            OneLine.Of($"{string.Join(", ", kernels)}.")), Conditions.ClassNames.None);
        try
        {
            gan.Generator.load_weights(path);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        GeneratorFile.RequireFinite(path, gan.Generator);
        return gan;
    }

    /// <summary>What is drawn: a column of the dense kernel for each number of the smallest maps, a transposed convolution for each
    /// doubling and one before, and the channels of the last one.</summary>
    private static DcganShape? ShapeOf(List<Shape> kernels)
    {
        var dense = kernels.Where(kernel => kernel.ndim == 2).ToList();
        var convolutions = kernels.Where(kernel => kernel.ndim == 4).ToList();
        if (dense.Count != 1 || convolutions.Count == 0 || dense[0][0] is < 1 or > TrainingOptions.MostLatentDim)
            return null;
        var picture = NetworkShape.PictureOf(convolutions.Count - 1, convolutions.Min(kernel => kernel[2]),
            picture => DcganShape.Of(picture, latentDim: 1).FirstMaps == dense[0][1]);
        return picture is { } drawn ? DcganShape.Of(drawn, (int)dense[0][0]) : null;
    }
}
