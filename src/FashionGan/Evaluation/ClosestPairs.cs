using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>The pictures that are closest to a training picture, beside it: whether they are copies is for eyes to judge.</summary>
internal static class ClosestPairs
{
    private const int PairsInRow = 8;

    /// <summary>Rows by pixels, and as many by features.</summary>
    private const int RowsOfEach = 2;

    /// <summary>A sheet of pairs, each a picture and at its right the training picture; the closest first.</summary>
    /// <param name="pictures">uint8 (N, size, size) or (N, size, size, 3).</param>
    /// <param name="train">uint8, M of the same shape.</param>
    /// <param name="byPixels">The nearest by pixels.</param>
    /// <param name="byFeatures">The nearest by features.</param>
    internal static Bitmap Draw(NDArray pictures, NDArray train, NearestVectors byPixels, NearestVectors byFeatures)
    {
        var cells = new[] { byPixels, byFeatures }.SelectMany(nearest => Cells(pictures, train, nearest)).ToList();
        return ImageGrid.Compose(cells, 2 * PairsInRow, 2 * RowsOfEach, padding: 2);
    }

    private static IEnumerable<Bitmap> Cells(NDArray pictures, NDArray train, NearestVectors nearest)
    {
        // Of few pictures some pairs stay black, so that features begin in their own row.
        var closest = Enumerable.Range(0, nearest.Distances.Length).OrderBy(i => nearest.Distances[i]).Take(PairsInRow * RowsOfEach)
            .ToList();
        var shape = PictureArrays.ShapeOf(pictures);
        var black = new Bitmap(shape.Size, shape.Size, shape.Channels);
        for (var i = 0; i < PairsInRow * RowsOfEach; i++)
        {
            yield return i < closest.Count ? PictureArrays.Picture(pictures, closest[i]) : black;
            yield return i < closest.Count ? PictureArrays.Picture(train, nearest.Places[closest[i]]) : black;
        }
    }
}
