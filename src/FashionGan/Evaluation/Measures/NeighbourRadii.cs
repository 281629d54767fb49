namespace FashionGanTf.Evaluation.Measures;

/// <summary>How far the k-th nearest other vector of the same set lies.</summary>
internal static class NeighbourRadii
{
    /// <summary>The squared distance of each vector to its k-th nearest neighbour in its own set, itself left out.</summary>
    /// <param name="set">More than <paramref name="k"/> vectors.</param>
    /// <param name="k">Which neighbour, from 1.</param>
    /// <param name="stop">Ends the search early.</param>
    internal static float[] Squared(Vectors set, int k, CancellationToken stop)
    {
        var count = set.Count;
        // Ascending, the k smallest so far of each row.
        var nearest = new float[count * k];
        Array.Fill(nearest, float.PositiveInfinity);
        DistanceBlocks.Walk(set, set, (row, firstColumn, squared) =>
        {
            var smallest = nearest.AsSpan(row * k, k);
            for (var j = 0; j < squared.Length; j++)
                if (squared[j] < smallest[k - 1] && firstColumn + j != row)
                    Insert(smallest, squared[j]);
        }, stop);
        var radii = new float[count];
        for (var i = 0; i < count; i++)
            radii[i] = nearest[i * k + k - 1];
        return radii;
    }

    private static void Insert(Span<float> ascending, float value)
    {
        var place = ascending.Length - 1;
        for (; place > 0 && ascending[place - 1] > value; place--)
            ascending[place] = ascending[place - 1];
        ascending[place] = value;
    }
}
