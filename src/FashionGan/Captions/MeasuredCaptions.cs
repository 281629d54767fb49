using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Captions;

/// <summary>Captions of pictures in Fashion-MNIST's ten classes, measured from their pixels.</summary>
public static class MeasuredCaptions
{
    /// <summary>The most captions of one picture.</summary>
    public const int Most = 100;

    private const int AtATime = 1000;

    /// <summary>Captions, those of the first picture first.</summary>
    /// <param name="pictures">uint8 (N, 28, 28), with labels of Fashion-MNIST's classes.</param>
    /// <param name="each">How many of each picture, 1 to <see cref="Most"/>.</param>
    /// <param name="seed">Chooses synonyms, order and what is left out.</param>
    /// <param name="holdOut">Whether pictures that one of <see cref="HeldOut.Combinations"/> describes have none.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The same for the same arguments, on any number of threads.</returns>
    /// <exception cref="ArgumentException">The pictures are of another size or other classes; the message is one line.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static IReadOnlyList<(int Picture, string Text)> Of(
        PictureSet pictures, int each = 1, int seed = 1, bool holdOut = false, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(each, Most);
        Require(pictures);
        var random = tf.random.Generator.from_seed(seed);
        var (captions, described) = (new List<(int, string)>(), Describe(pictures.Rows, pictures.Labels!.ToArray<byte>(), stop));
        for (var first = 0; first < described.Length; first += AtATime)
        {
            using var scope = TensorScope.Begin();
            var count = Math.Min(AtATime, described.Length - first) * each;
            var draws = random.uniform((count, CaptionWriter.Draws)).ToArray<float>();
            for (var i = 0; i < count; i++)
            {
                var picture = first + i / each;
                if (holdOut && HeldOut.Has(described[picture]))
                    continue;
                var own = draws.AsSpan(i * CaptionWriter.Draws, CaptionWriter.Draws);
                captions.Add((picture, CaptionWriter.Write(described[picture], own)));
            }
        }

        return captions;
    }

    /// <summary>What is measured in each picture.</summary>
    /// <param name="rows">Pictures of 28 x 28 in gray.</param>
    /// <param name="labels">What each shows, a label of Fashion-MNIST.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static Description[] Describe(PictureRows rows, byte[] labels, CancellationToken stop = default)
    {
        var described = new Description[rows.Count];
        for (var first = 0; first < rows.Count; first += AtATime)
        {
            var (start, count) = (first, Math.Min(AtATime, rows.Count - first));
            var pixels = new byte[count * rows.Shape.Bytes];
            rows.Read(Enumerable.Range(first, count).ToArray(), pixels);
            Parallel.For(0, count, new ParallelOptions { CancellationToken = stop }, i => described[start + i] =
                Description.Of(pixels[(i * rows.Shape.Bytes)..((i + 1) * rows.Shape.Bytes)], labels[start + i]));
        }

        return described;
    }

    /// <summary>Requires pictures that can be measured.</summary>
    /// <exception cref="ArgumentException">They are of another size or other classes; the message is one line.</exception>
    public static void Require(PictureSet pictures)
    {
        var words = $"captions are measured of Fashion-MNIST's ten classes in pictures of {PictureShape.FashionMnist}; for others write " +
            "a file of captions for train --text yourself, a line for each, " + CaptionFile.Expected.TrimEnd('.');
        if (pictures.Rows.Shape != PictureShape.FashionMnist)
            throw new ArgumentException($"The pictures are {pictures.Rows.Shape}, and {words}.");
        if (pictures.Labels is null)
            throw new ArgumentException($"The pictures have no labels, and {words}.");
        if (!pictures.Classes.SequenceEqual(ClassNames.FashionMnist))
            throw new ArgumentException($"The pictures' classes are {Some(pictures.Classes)}, not {Some(ClassNames.FashionMnist)} in " +
                $"this order, and {words}.");

        static string Some(ClassNames classes)
        {
            const int most = 10;
            return string.Join(", ", classes.Take(most)) + (classes.Count > most ? $" and {classes.Count - most} more" : "");
        }
    }
}
