namespace FashionGanTf.Evaluation.Measures;

/// <summary>For each vector of a set the nearest one of another.</summary>
/// <param name="Places">Its number there; where two are as near as float32 can tell, one of them.</param>
/// <param name="Distances">The Euclidean distance to it, computed anew in double precision.</param>
internal sealed record NearestVectors(int[] Places, double[] Distances)
{
    /// <summary>Searches all pairs.</summary>
    /// <param name="set">N vectors of D numbers.</param>
    /// <param name="among">M vectors of D numbers.</param>
    /// <param name="stop">Ends the search early.</param>
    internal static NearestVectors Find(Vectors set, Vectors among, CancellationToken stop)
    {
        var places = new int[set.Count];
        var smallest = new float[places.Length];
        Array.Fill(smallest, float.PositiveInfinity);
        DistanceBlocks.Walk(set, among, (row, firstColumn, squared) =>
        {
            for (var j = 0; j < squared.Length; j++)
                if (squared[j] < smallest[row])
                    (smallest[row], places[row]) = (squared[j], firstColumn + j);
        }, stop);

        var distances = new double[places.Length];
        for (var i = 0; i < places.Length; i++)
            distances[i] = Distance(set.At(i), among.At(places[i]));
        return new NearestVectors(places, distances);
    }

    private static double Distance(float[] a, float[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        return Math.Sqrt(sum);
    }
}
