using FashionGanTf.Evaluation.Pictures;
using Tensorflow;
using Tensorflow.NumPy;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Classifier;

/// <content>The trained classifier, and what it makes of pictures.</content>
public sealed partial class FashionClassifier
{
    private const string Resource = "FashionGanTf.Evaluation.Classifier.fashion-classifier.safetensors";

    /// <summary>Pictures that are looked at at once: few enough that what is between two layers stays in a cache. No result depends on
    /// it.</summary>
    private const int EmbeddingBatch = 64;

    private const string ResourceName = "the classifier's weights";

    /// <summary>The checksum of the weights that ship with the program: SHA-256 over names, types, shapes and elements.</summary>
    public static string PretrainedSha256 => Shipped().metadata["sha256"];

    /// <summary>The classifier that ships with the program.</summary>
    public static FashionClassifier Pretrained()
    {
        var file = Shipped();
        file.require_checksum();
        var classifier = new FashionClassifier();
        classifier.load_weights(file, ResourceName);
        return classifier;
    }

    /// <summary>Writes the weights with their checksum; the file is whole or not there.</summary>
    /// <returns>The checksum, as <see cref="PretrainedSha256"/> has it.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Save(string path)
    {
        using var scope = TensorScope.Begin();
        SafeTensors.save(path, named_weights.Select(weight => (weight.Name, weight.Variable.AsTensor())), checksum: true);
        return SafeTensors.load(path).metadata["sha256"];
    }

    /// <summary>What the classifier sees in pictures; of each the same bits, whichever stand beside it.</summary>
    /// <param name="pictures">uint8 (N, 28, 28).</param>
    /// <param name="stop">Ends the work early.</param>
    internal Embedding Embed(NDArray pictures, CancellationToken stop = default)
    {
        var count = (int)pictures.shape[0];
        var (features, probabilities) = (new float[count * FeatureCount], new float[count * ClassCount]);
        for (var first = 0; first < count; first += EmbeddingBatch)
        {
            stop.ThrowIfCancellationRequested();
            using var scope = TensorScope.Begin();
            var batch = Math.Min(EmbeddingBatch, count - first);
            Tensor seen = Features.Apply(PictureArrays.Scaled(pictures, first, batch), training: false);
            seen.CopyTo(features.AsSpan(first * FeatureCount, batch * FeatureCount));
            Tensor logits = Head.Apply(seen, training: false);
            tf.nn.softmax(logits).CopyTo(probabilities.AsSpan(first * ClassCount, batch * ClassCount));
        }

        return new Embedding(np.array(features).reshape((count, FeatureCount)), np.array(probabilities).reshape((count, ClassCount)));
    }

    private static SafeTensors Shipped()
    {
        using var stream = typeof(FashionClassifier).Assembly.GetManifestResourceStream(Resource)!;
        return SafeTensors.load(stream, ResourceName);
    }
}
