using FashionGanTf.Datasets.Preparing;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Display;

/// <summary>Shows how pictures are prepared, where they must be: a line that counts in an interactive terminal, a line to begin with
/// anywhere else.</summary>
internal static class PreparingDisplay
{
    private const int MostListed = 20;

    /// <summary>Runs what prepares pictures.</summary>
    /// <param name="prepare">Takes who is told how many of how many are prepared.</param>
    internal static T Show<T>(Func<Action<int, int>, T> prepare)
    {
        var (isLive, shown) = (LiveTerminal.Find() is not null, -1);
        return prepare((done, all) =>
        {
            var percent = (int)(100L * done / all);
            var what = $"Preparing {ProgressText.Count(all, "picture")}, once: ";
            if (shown < 0 && !isLive)
                Console.WriteLine($"{what}they are kept in the cache.");
            else if (isLive && percent != shown)
                Console.Write($"\r{what}{percent} %{(done == all ? "\n" : "")}");
            shown = percent;
        });
    }

    /// <summary>Counts the pictures that are left out because they are broken, and lists them.</summary>
    internal static void Say(IReadOnlyList<LeftOut> broken)
    {
        if (broken.Count == 0)
            return;
        Console.WriteLine($"{ProgressText.Count(broken.Count, "broken picture")} left out:");
        foreach (var one in broken.Take(MostListed))
            Console.WriteLine($"  {OneLine.Of(one.Name)}: {OneLine.Of(one.Why)}");
        if (broken.Count > MostListed)
            Console.WriteLine($"  and {broken.Count - MostListed} more");
    }
}
