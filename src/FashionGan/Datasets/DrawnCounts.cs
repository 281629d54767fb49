using System.Globalization;

namespace FashionGanTf.Datasets;

/// <summary>How many pictures of each class are to be drawn for a data set, in the order of the labels.</summary>
public static class DrawnCounts
{
    /// <summary>As many of each class.</summary>
    /// <param name="real">The data set, with labels.</param>
    /// <param name="count">How many of each.</param>
    public static int[] PerClass(PictureSet real, int count) => [.. real.ClassCounts.Select(_ => count)];

    /// <summary>What each class lacks to the largest one.</summary>
    /// <param name="real">The data set, with labels.</param>
    /// <exception cref="ArgumentException">No class lacks any.</exception>
    public static int[] Balance(PictureSet real)
    {
        var most = real.ClassCounts.Max();
        return real.ClassCounts.Min() < most ? [.. real.ClassCounts.Select(count => most - count)]
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Each of the {real.Classes.Count} classes has {most} pictures already; there is nothing to balance."));
    }

    /// <summary>So many of some classes; of a class that is named twice, both numbers.</summary>
    /// <param name="real">The data set, with labels.</param>
    /// <param name="asked">Classes, as <see cref="Conditions.ClassNames.Find"/> reads them, and numbers.</param>
    /// <exception cref="ArgumentException">There is no such class; the one-line message lists those that there are.</exception>
    public static int[] Of(PictureSet real, IEnumerable<(string Class, int Count)> asked)
    {
        var counts = new int[real.Classes.Count];
        foreach (var (name, count) in asked)
        {
            ref var sum = ref counts[real.Classes.Find(name)];
            sum = checked(sum + count);
        }

        return counts;
    }
}
