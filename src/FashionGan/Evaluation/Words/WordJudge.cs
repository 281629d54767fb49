using System.Numerics.Tensors;
using FashionGanTf.Captions;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Words.Scorer;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Words;

/// <summary>Judges whether pictures are what captions ask for: attributes are measured anew from their pixels.</summary>
/// <param name="classifier">Names classes.</param>
/// <param name="scorer">Tells which caption a picture goes with.</param>
/// <param name="realFeatures">float32 (N, D): the training pictures in the classifier's features.</param>
/// <param name="real">What is measured in these.</param>
/// <param name="stop">Ends the work early.</param>
internal sealed class WordJudge(
    PictureClassifier classifier, CaptionScorer scorer, NDArray realFeatures, IReadOnlyList<Description> real, CancellationToken stop)
{
    /// <summary>Judges pictures.</summary>
    /// <param name="pictures">uint8 (N, 28, 28).</param>
    /// <param name="captions">What each was asked to be, in words of <see cref="CaptionWords"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer captions than pictures, or one cannot be understood.</exception>
    internal WordMeasures Judge(NDArray pictures, IReadOnlyList<string> captions)
    {
        if (pictures.shape[0] != captions.Count)
            throw new ArgumentException($"There are {pictures.shape[0]} pictures and {captions.Count} captions; each picture needs one.");
        var asked = captions.Select(CaptionReader.Read).ToArray();
        // By the rules of the class that was asked for: whether it is that class, the classifier says.
        var found = MeasuredCaptions.Describe(
            new ArrayRows(pictures), [.. asked.Select(description => (byte)description.Label)], stop);
        var embedding = classifier.Embed(pictures, stop: stop);
        var named = Named(embedding.Probabilities!);
        var (seen, read) = (scorer.EmbedPictures(pictures, stop), scorer.EmbedCaptions(captions));
        int[] all = [.. Enumerable.Range(0, asked.Length)], heldOut = [.. all.Where(i => HeldOut.Has(asked[i]))];
        AttributeAccuracy Accuracy(int[] places) => AttributeAccuracy.Of(
            [.. places.Select(i => asked[i])], [.. places.Select(i => found[i])], [.. places.Select(i => named[i])]);
        return new WordMeasures(
            Accuracy(all), Accuracy(heldOut), Retrieval.Of(seen, read, asked, all), Retrieval.Of(seen, read, asked, heldOut),
            GroupDistance.Of(embedding.Features, asked, realFeatures, real, stop));
    }

    /// <summary>Judges a model beside real pictures, a model that is asked for classes, and shuffled captions.</summary>
    /// <param name="asked">The model.</param>
    /// <param name="test">Test pictures in Fashion-MNIST's classes.</param>
    /// <param name="count">How many captions at most: those of the first test pictures.</param>
    /// <param name="seed">Chooses the captions' words, and who gets whose where they are shuffled.</param>
    /// <param name="begin">Is told what begins.</param>
    internal WordComparison Compare(AskedWords asked, PictureSet test, int count, int seed, Action<string> begin)
    {
        var captions = MeasuredCaptions.Of(test, seed: seed, stop: stop).Take(count).Select(caption => caption.Text).ToArray();
        var pictures = test.Rows.First(captions.Length);
        WordMeasures Drawn(Func<IReadOnlyList<string>, NDArray> draw, string what)
        {
            begin($"drawing {captions.Length} pictures {what}");
            return Judge(draw(captions), captions);
        }

        begin($"measuring {captions.Length} test pictures");
        var (own, shuffled) = (Judge(pictures, captions), Judge(pictures, Shuffle.Of(captions, seed)));
        return new WordComparison(
            Drawn(asked.Draw, "of captions"), own, asked.DrawClass is { } ofClass ? Drawn(ofClass, "of the captions' classes") : null,
            shuffled);
    }

    private static int[] Named(NDArray probabilities)
    {
        var (values, classes) = (probabilities.ToArray<float>(), (int)probabilities.shape[1]);
        return [.. Enumerable.Range(0, values.Length / classes)
            .Select(i => TensorPrimitives.IndexOfMax(values.AsSpan(i * classes, classes)))];
    }
}
