using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Classifier;

/// <content>Trained classifiers, and what they make of pictures.</content>
public sealed partial class PictureClassifier : IPictureFeatures
{
    private const string Resource = "FashionGanTf.Evaluation.Classifier.fashion-classifier.safetensors";

    /// <summary>Pictures that are looked at at once: few enough that what is between two layers stays in a cache. No result depends on
    /// it.</summary>
    private const int EmbeddingBatch = 64;

    private const string ResourceName = "the classifier's weights";

    /// <summary>The checksum of the classifier that ships with the program: SHA-256 over names, types, shapes, elements and
    /// texts.</summary>
    public static string PretrainedSha256 => Shipped().metadata["sha256"];

    string IPictureFeatures.Kind => "classifier";

    string IPictureFeatures.InWords => $"a classifier of {Data?.Name ?? "nothing yet"}";

    int IPictureFeatures.Count => FeatureCount;

    /// <inheritdoc/>
    /// <remarks>The checksum of the file that it was read from; empty for one that was not.</remarks>
    public string Sha256 { get; internal set; } = "";

    /// <summary>The classifier of Fashion-MNIST, which ships with the program.</summary>
    public static PictureClassifier Pretrained() => Load(Shipped(), ResourceName);

    /// <summary>A classifier that <c>train-classifier</c> made.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged or holds something else; the message is one line.</exception>
    public static PictureClassifier Load(string path) => File.Exists(path) ? Load(SafeTensors.load(path), path)
        : throw new FileNotFoundException($"There is no file {path}; train-classifier makes a classifier.");

    /// <summary>Writes the weights, and what the classifier tells apart, in what pictures, from what data, with a checksum; the file is
    /// whole or not there.</summary>
    /// <returns>The checksum, as <see cref="PretrainedSha256"/> has it.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Save(string path) => ClassifierFile.Save(path, this);

    /// <inheritdoc/>
    public void Require(PictureShape picture, string pictures)
    {
        if (picture != Picture)
            throw new ArgumentException($"The classifier of {Data?.Name} is for pictures of {Picture}, and {pictures} are {picture}.");
    }

    /// <summary>What the classifier sees in pictures; of each the same bits, whichever stand beside it.</summary>
    /// <param name="pictures">uint8 (N, size, size) in gray or (N, size, size, 3) in colour.</param>
    /// <param name="progress">Is told how many were looked at.</param>
    /// <param name="stop">Ends the work early.</param>
    public Embedding Embed(NDArray pictures, Action<int>? progress = null, CancellationToken stop = default)
    {
        var count = (int)pictures.shape[0];
        var (features, probabilities) = (new float[count * FeatureCount], new float[count * Classes.Count]);
        for (var first = 0; first < count; first += EmbeddingBatch)
        {
            stop.ThrowIfCancellationRequested();
            progress?.Invoke(first);
            using var scope = TensorScope.Begin();
            var batch = Math.Min(EmbeddingBatch, count - first);
            Tensor seen = Features.Apply(PictureArrays.Scaled(pictures, first, batch), training: false);
            seen.CopyTo(features.AsSpan(first * FeatureCount, batch * FeatureCount));
            Tensor logits = Head.Apply(seen, training: false);
            tf.nn.softmax(logits).CopyTo(probabilities.AsSpan(first * Classes.Count, batch * Classes.Count));
        }

        return new Embedding(
            np.array(features).reshape((count, FeatureCount)), np.array(probabilities).reshape((count, Classes.Count)));
    }

    private static PictureClassifier Load(SafeTensors file, string name) => ClassifierFile.Load(file, name);

    private static SafeTensors Shipped()
    {
        using var stream = typeof(PictureClassifier).Assembly.GetManifestResourceStream(Resource)!;
        return SafeTensors.load(stream, ResourceName);
    }
}
