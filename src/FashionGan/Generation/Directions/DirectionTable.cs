using FashionGanTf.Captions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Generation.Directions;

/// <summary>What directions do to pictures from which they were not found.</summary>
/// <param name="Class">The class; null of a model without classes.</param>
/// <param name="Direction">The direction.</param>
/// <param name="More">How much its own number grows, in standard deviations of that number within classes.</param>
/// <param name="Less">How much it grows the other way; negative.</param>
/// <param name="Other">The other direction whose number changes most, by its size; null where there is none.</param>
/// <param name="OfOther">How much that one's number changes, in its standard deviations, the mean of both ways.</param>
/// <param name="Kept">The share of pictures, of both ways, that the classifier finds to be of the class that they were.</param>
public sealed record DirectionRow(
    string? Class, Direction Direction, double More, double Less, Direction? Other, double OfOther, double Kept);

/// <summary>Measures what a model's directions do.</summary>
public static class DirectionTable
{
    /// <summary>A row for each direction and class.</summary>
    /// <param name="gan">The model; it has directions.</param>
    /// <param name="distance">How far pictures are moved each way.</param>
    /// <param name="count">How many pictures of each class, or in all, are moved.</param>
    /// <param name="seed">Which.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ArgumentException">The model has none; the message is one line.</exception>
    public static IEnumerable<DirectionRow> Of(FashionGan gan, double distance, int count, int seed, CancellationToken stop = default)
    {
        if (ModelDirections.Refusal(gan) is { } refusal)
            throw new ArgumentException($"{refusal}.");
        for (var label = gan.IsConditional ? 0 : -1; label < gan.Classes.Count; label++)
        {
            var name = label < 0 ? null : gan.Classes[label];
            SeedRecipe[] plain = [.. SeedRecipe.Range(seed, 0, count, name)];
            var before = new Seen(gan, plain, null);
            Direction[] all = [.. ModelDirections.Of(label < 0 ? null : label)];
            foreach (var direction in all)
            {
                stop.ThrowIfCancellationRequested();
                Seen Moved(string word) => new(gan, [.. plain.Select(one => new MoreRecipe(one, [(word, distance)]))], before.Labels);
                var (more, less) = (Moved(direction.More), Moved(direction.Less));
                double Change(Seen moved, Direction of) => moved.Change(before, of);
                double Both(Direction of) => (Math.Abs(Change(more, of)) + Math.Abs(Change(less, of))) / 2;
                var other = all.Where(one => one != direction).MaxBy(Both);
                yield return new DirectionRow(name, direction, Change(more, direction), Change(less, direction), other,
                    other is null ? 0 : Both(other), (more.Kept(before) + less.Kept(before)) / 2);
            }
        }
    }

    /// <summary>Pictures, what the classifier calls them, and what is measured in them.</summary>
    private sealed class Seen
    {
        private readonly Garment[] _garments;
        private readonly int[] _called;

        /// <param name="gan">Draws.</param>
        /// <param name="recipes">What.</param>
        /// <param name="labels">As what they are measured; null for what the classifier calls them.</param>
        internal Seen(FashionGan gan, Recipe[] recipes, int[]? labels)
        {
            var pictures = gan.Draw(recipes);
            _called = [.. ModelDirections.Looks(pictures).Select(row => Array.IndexOf(row, row.Max()))];
            Labels = labels ?? _called;
            _garments = [.. pictures.Select((picture, i) => new Garment(picture.Pixels, Labels[i]))];
        }

        internal int[] Labels { get; }

        internal double Kept(Seen before) => _called.Zip(before._called, (one, other) => one == other ? 1.0 : 0).Average();

        /// <summary>The mean change of a number, among garments that have it before and after, in standard deviations within
        /// classes.</summary>
        internal double Change(Seen before, Direction of)
        {
            var both = Enumerable.Range(0, Labels.Length).Where(i => of.Labels.Contains(Labels[i]))
                .Select(i => (Label: Labels[i], Was: of.Of(before._garments[i]), Is: of.Of(_garments[i])))
                .Where(one => one.Was is not null && one.Is is not null).ToArray();
            if (both.Length == 0)
                return 0;
            var means = both.GroupBy(one => one.Label).ToDictionary(group => group.Key, group => group.Average(one => one.Was!.Value));
            var deviation = Math.Sqrt(both.Average(one => Math.Pow(one.Was!.Value - means[one.Label], 2)));
            return deviation == 0 ? 0 : both.Average(one => one.Is!.Value - one.Was!.Value) / deviation;
        }
    }
}
