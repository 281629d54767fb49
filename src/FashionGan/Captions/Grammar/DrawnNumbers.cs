namespace FashionGanTf.Captions.Grammar;

/// <summary>Random numbers, one taken after the other.</summary>
/// <param name="numbers">From 0 to 1, 1 excluded.</param>
internal ref struct DrawnNumbers(ReadOnlySpan<float> numbers)
{
    private ReadOnlySpan<float> _left = numbers;

    /// <summary>The next number.</summary>
    internal float Next()
    {
        var number = _left[0];
        _left = _left[1..];
        return number;
    }

    /// <summary>The numbers below a count in an order that is drawn: Fisher and Yates' shuffle, which takes one number less than there
    /// are.</summary>
    internal int[] Shuffled(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = 0; i < count - 1; i++)
        {
            var other = i + (int)(Next() * (count - i));
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>One of some things.</summary>
    /// <param name="things">One at least.</param>
    /// <param name="number">Chooses, from 0 to 1, 1 excluded.</param>
    internal static T Choose<T>(IReadOnlyList<T> things, float number) => things[(int)(number * things.Count)];
}
