using System.Collections.Concurrent;
using FashionGanTf.Captions;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using MathNet.Numerics.LinearAlgebra;

namespace FashionGanTf.Generation.Directions;

/// <summary>
/// The directions in a generator's noise, or in w where it has that, in which one thing changes and little else. They are found when
/// they are first asked for, always the same, from some thousand drawn pictures: each thing is measured, and its gradient is the vector of
/// coefficients of a linear regression of that number on the noise. A direction is its gradient without what lies along the gradients of
/// the other things and of the classifier's log probabilities (Shen et al., <em>InterFaceGAN</em>, 2020, "conditional manipulation"), of
/// length 1. Of a model with classes, each class has its own; of one without, what is measured are differences within the classes that the
/// classifier sees. Numbers of w depend on each other and differ in size, so all that is done in the coordinates of its principal
/// components, each divided by its standard deviation, and carried back.
/// </summary>
public sealed class ModelDirections
{
    /// <summary>How many pictures are drawn of a class; they are those of a seed that nobody is likely to look at.</summary>
    private const int OfClass = 2000;

    /// <summary>How many of a model without classes, where only some have sleeves or heels.</summary>
    private const int OfAll = 4500;

    private const int Seed = 1_802_201_963;

    /// <summary>Principal components of w with a smaller share of the largest one's variance are left out.</summary>
    private const double LeastVariance = 1e-4;

    /// <summary>What is left of a gradient when less is not told apart from what it is made orthogonal to.</summary>
    private const double LeastLength = 1e-6;

    /// <summary>Below this a class is as unlikely as any other.</summary>
    private const double LeastLikely = 1e-4;

    private static readonly Lazy<PictureClassifier> s_classifier = new(PictureClassifier.Pretrained);

    private readonly FashionGan _gan;
    private readonly ConcurrentDictionary<int, Lazy<Dictionary<Direction, double[]>>> _found = new();

    internal ModelDirections(FashionGan gan) => _gan = gan;

    /// <summary>The model's classes.</summary>
    internal ClassNames Classes => _gan.Classes;

    /// <summary>Why a model has none; null where it has some.</summary>
    public static string? Refusal(FashionGan gan) =>
        gan.Picture != PictureShape.FashionMnist ? $"directions are measured in pictures of {PictureShape.FashionMnist}, and this model " +
            $"draws {gan.Picture}"
        : gan.Vocabulary is not null ? "this model takes texts: ask it for what should change in words"
        : gan.IsConditional && !gan.Classes.SequenceEqual(ClassNames.FashionMnist)
            ? "directions are measured of Fashion-MNIST's ten classes, and this model has others"
        : null;

    /// <summary>What can be changed of a class, or, with null, of a model without classes.</summary>
    public static IEnumerable<Direction> Of(int? label) =>
        Direction.All.Where(one => label is { } known ? one.Labels.Contains(known) : !one.NeedsClasses);

    /// <summary>Moves noise.</summary>
    /// <param name="noise">Where from; it stays as it is.</param>
    /// <param name="condition">What the picture is asked to be; of a mixture of classes the directions of its parts are mixed.</param>
    /// <param name="steps">How far each way, in standard deviations of a number of noise.</param>
    /// <returns>Noise as long as it was: longer or shorter noise is no likely one.</returns>
    internal float[] Move(float[] noise, float[] condition, IEnumerable<(Direction Direction, double Distance)> steps)
    {
        var moved = Moved(noise, condition, steps);
        var (before, after) = (Math.Sqrt(noise.Sum(value => (double)value * value)), Math.Sqrt(moved.Sum(value => value * value)));
        return [.. moved.Select(value => (float)(after > 0 ? value * before / after : value))];
    }

    /// <summary>Moves all rows of w.</summary>
    /// <param name="rows">Where from; they stay as they are.</param>
    /// <param name="condition">As of <see cref="Move"/>.</param>
    /// <param name="steps">How far each way, in standard deviations.</param>
    /// <returns>So many rows.</returns>
    internal float[][] MoveStyles(float[][] rows, float[] condition, IEnumerable<(Direction Direction, double Distance)> steps) =>
        [.. rows.Select(row => Array.ConvertAll(Moved(row, condition, steps), value => (float)value))];

    private double[] Moved(float[] from, float[] condition, IEnumerable<(Direction Direction, double Distance)> steps)
    {
        var moved = Array.ConvertAll(from, value => (double)value);
        foreach (var (direction, distance) in steps)
            foreach (var (label, share) in Parts(condition))
                if (Find(label).TryGetValue(direction, out var vector))
                    for (var i = 0; i < moved.Length; i++)
                        moved[i] += distance * share * vector[i];
        return moved;
    }

    /// <summary>Finds what recipes with such a condition need, so that it is there when they are drawn.</summary>
    internal void Prepare(float[] condition)
    {
        foreach (var (label, _) in Parts(condition))
            Find(label);
    }

    /// <summary>The classes of a condition with their shares; -1 where there are no classes.</summary>
    internal static IEnumerable<(int Label, double Share)> Parts(float[] condition) => condition.Length == 0 ? [(-1, 1)]
        : condition.Select((share, label) => (label, (double)share)).Where(part => part.Item2 > 0);

    private Dictionary<Direction, double[]> Find(int label) =>
        _found.GetOrAdd(label, one => new Lazy<Dictionary<Direction, double[]>>(() => Compute(one))).Value;

    private Dictionary<Direction, double[]> Compute(int label)
    {
        var count = label < 0 ? OfAll : OfClass;
        var noise = LatentNoise.Of(Seed, 0, count, _gan.LatentDim).ToArray<float>().Chunk(_gan.LatentDim).ToArray();
        var condition = label < 0 ? null : _gan.Conditions.Of(_gan.Classes[label]);
        var pictures = _gan.Draw(noise, condition is null ? null : [.. Enumerable.Repeat(condition, count)]);
        var (places, carriedBack) = _gan.Styles > 0 ? Whitened(_gan.Mapped(noise, condition)) : (noise, vector => vector);
        var looks = Looks(pictures);
        var labels = Array.ConvertAll(looks, row => label < 0 ? Array.IndexOf(row, row.Max()) : label);
        var garments = pictures.Select((picture, i) => new Garment(picture.Pixels, labels[i])).ToArray();

        var gradients = new Dictionary<Direction, Vector<double>>();
        foreach (var direction in Of(label < 0 ? null : label))
        {
            var measured = garments.Select((garment, i) => (Place: i, Number: direction.Labels.Contains(labels[i]) ? direction.Of(garment)
                : null)).Where(one => one.Number is not null).Select(one => (one.Place, one.Number!.Value)).ToArray();
            if (measured.Length > 2 * places[0].Length)
                gradients[direction] = Gradient(measured, places, labels);
        }

        var kinds = Enumerable.Range(0, looks[0].Length).Where(one => label < 0 || one == label).Select(one =>
            Gradient([.. looks.Select((row, i) => (i, row[one]))], places, new int[count])).ToArray();
        return gradients.Select(one => (one.Key, Alone(one.Value, gradients.Values.Where(other => other != one.Value).Concat(kinds))))
            .Where(one => one.Item2 is not null).ToDictionary(one => one.Key, one => carriedBack(one.Item2!));
    }

    /// <summary>The coordinates of w in its principal components, each with a variance of 1; and what carries a vector back.</summary>
    private static (float[][] Places, Func<double[], double[]> CarriedBack) Whitened(float[][] w)
    {
        var x = Matrix<double>.Build.Dense(w.Length, w[0].Length, (row, i) => w[row][i]);
        var mean = x.ColumnSums() / w.Length;
        x = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (row, i) => x[row, i] - mean[i]);
        var parts = (x.TransposeThisAndMultiply(x) / w.Length).Evd(Symmetricity.Symmetric);
        // In ascending order.
        var variances = parts.EigenValues.Map(value => value.Real);
        var kept = Enumerable.Range(0, variances.Count).Where(i => variances[i] > LeastVariance * variances[^1]).ToArray();
        var deviations = kept.Select(i => Math.Sqrt(variances[i])).ToArray();
        var axes = Matrix<double>.Build.DenseOfColumnVectors(kept.Select(parts.EigenVectors.Column));
        var places = x * axes;
        return ([.. places.EnumerateRows().Select(row => row.Select((value, i) => (float)(value / deviations[i])).ToArray())],
            vector => (axes * Vector<double>.Build.Dense(vector.Length, i => vector[i] * deviations[i])).ToArray());
    }

    /// <summary>The logarithm of how likely the classifier finds each class, a row a picture.</summary>
    internal static double[][] Looks(IReadOnlyList<Bitmap> pictures)
    {
        var classifier = s_classifier.Value;
        return [.. classifier.Embed(PictureSource.Of(pictures)).Probabilities!.ToArray<float>().Chunk(classifier.Classes.Count)
            .Select(row => Array.ConvertAll(row, likely => Math.Log(Math.Max(likely, LeastLikely))))];
    }

    /// <summary>The coefficients of a regression of numbers on places, both as differences from their means in their class.</summary>
    private static Vector<double> Gradient((int Place, double Number)[] measured, float[][] places, int[] labels)
    {
        var dim = places[0].Length;
        var (x, y) = (Matrix<double>.Build.Dense(measured.Length, dim), Vector<double>.Build.Dense(measured.Length));
        foreach (var group in measured.Select((one, row) => (one.Place, one.Number, Row: row)).GroupBy(one => labels[one.Place]))
        {
            var members = group.ToArray();
            var mean = members.Average(one => one.Number);
            for (var i = 0; i < dim; i++)
            {
                var center = members.Average(one => places[one.Place][i]);
                foreach (var one in members)
                    x[one.Row, i] = places[one.Place][i] - center;
            }

            foreach (var one in members)
                y[one.Row] = one.Number - mean;
        }

        return x.TransposeThisAndMultiply(x).Cholesky().Solve(x.TransposeThisAndMultiply(y));
    }

    /// <summary>What of a gradient is orthogonal to others, of length 1; null where nothing is left.</summary>
    private static double[]? Alone(Vector<double> gradient, IEnumerable<Vector<double>> others)
    {
        var basis = new List<Vector<double>>();
        foreach (var other in others)
            if (Rest(other / other.L2Norm(), basis) is var rest && rest.L2Norm() > LeastLength)
                basis.Add(rest / rest.L2Norm());
        var alone = Rest(gradient / gradient.L2Norm(), basis);
        return alone.L2Norm() > LeastLength ? (alone / alone.L2Norm()).ToArray() : null;
    }

    private static Vector<double> Rest(Vector<double> vector, List<Vector<double>> basis) =>
        basis.Aggregate(vector, (rest, one) => rest - one * (one * rest));
}
