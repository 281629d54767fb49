using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Pictures;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>How often a discriminator is right; 0.5 together where it can only guess.</summary>
/// <param name="Real">The share of test pictures that it takes for real.</param>
/// <param name="Fake">The share of drawn pictures that it takes for drawn.</param>
public sealed record DiscriminatorAccuracy(double Real, double Fake)
{
    private const int Batch = 128;

    /// <summary>The mean of both, whatever the numbers of pictures.</summary>
    public double Together => (Real + Fake) / 2;

    /// <summary>Asks a discriminator, in inference mode.</summary>
    /// <param name="discriminator">Pictures (N, size, size, channels) in [-1, 1], with labels and conditions, to logits.</param>
    /// <param name="test">uint8 (N, size, size) or (N, size, size, 3), which it was not trained on.</param>
    /// <param name="drawn">uint8, M of the same shape.</param>
    /// <param name="labels">The classes of both for a discriminator that is asked with a condition, else null.</param>
    /// <param name="stop">Ends the work early.</param>
    internal static DiscriminatorAccuracy Of(
        Model discriminator, NDArray test, NDArray drawn, (byte[] Test, byte[] Drawn, int Classes)? labels, CancellationToken stop) =>
        new(Share(discriminator, test, labels?.Test, labels?.Classes, logit => logit > 0, stop),
            Share(discriminator, drawn, labels?.Drawn, labels?.Classes, logit => logit < 0, stop));

    private static double Share(
        Model discriminator, NDArray pictures, byte[]? labels, int? classes, Func<float, bool> isRight, CancellationToken stop)
    {
        var (count, right) = ((int)pictures.shape[0], 0);
        for (var first = 0; first < count; first += Batch)
        {
            stop.ThrowIfCancellationRequested();
            using var scope = TensorScope.Begin();
            var batch = Math.Min(Batch, count - first);
            var images = PictureArrays.Scaled(pictures, first, batch);
            var logits = discriminator.Apply(labels is null ? images : new Tensors(images, Condition.Rows(
                [.. labels.AsSpan(first, batch).ToArray().Select(label => Condition.Of(label, classes!.Value))])), training: false)[0];
            right += logits.ToArray<float>().Count(isRight);
        }

        return (double)right / count;
    }
}
