using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>Some of other pictures, where those are.</summary>
/// <param name="all">The others.</param>
/// <param name="numbers">Which, in their order.</param>
internal sealed class ChosenRows(PictureRows all, int[] numbers) : PictureRows
{
    /// <inheritdoc/>
    public override int Count => numbers.Length;

    /// <inheritdoc/>
    public override PictureShape Shape => all.Shape;

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<int> places, Span<byte> pixels)
    {
        var wanted = new int[places.Length];
        for (var i = 0; i < wanted.Length; i++)
            wanted[i] = numbers[places[i]];
        all.Read(wanted, pixels);
    }

    /// <inheritdoc/>
    public override NDArray First(int count)
    {
        count = Math.Min(count, Count);
        var pixels = new byte[(long)count * Shape.Bytes];
        all.Read(numbers.AsSpan(0, count), pixels);
        var array = np.array(pixels);
        return Shape.Channels == 1 ? array.reshape((count, Shape.Size, Shape.Size)) : array.reshape((count, Shape.Size, Shape.Size, 3));
    }

    /// <inheritdoc/>
    public override PictureRows Take(int count) => count < Count ? new ChosenRows(all, numbers[..count]) : this;
}
