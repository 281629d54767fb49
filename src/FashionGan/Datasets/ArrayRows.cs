using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>Pictures in memory.</summary>
public sealed class ArrayRows : PictureRows
{
    private readonly NDArray _pictures;

    /// <summary>The pictures of an array.</summary>
    /// <param name="pictures">uint8 (N, H, W) in gray or (N, H, W, 3) in colour; H = W.</param>
    /// <exception cref="ArgumentException">They are not square, or the array has another shape.</exception>
    public ArrayRows(NDArray pictures)
    {
        if (pictures.ndim is not (3 or 4) || (pictures.ndim == 4 && pictures.shape[3] != 3) || pictures.shape[1] != pictures.shape[2])
            throw new ArgumentException("Pictures have the shape (N, H, W) in gray or (N, H, W, 3) in colour, and they are square; these " +
                $"have the shape {pictures.shape}.");
        _pictures = pictures;
        Shape = new PictureShape((int)pictures.shape[1], pictures.ndim == 3 ? 1 : 3);
    }

    /// <inheritdoc/>
    public override int Count => (int)_pictures.shape[0];

    /// <inheritdoc/>
    public override PictureShape Shape { get; }

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<int> numbers, Span<byte> pixels)
    {
        using var places = np.array(numbers.ToArray());
        using var chosen = _pictures[places];
        chosen.CopyTo(pixels);
    }

    /// <inheritdoc/>
    /// <remarks>Without a copy where all are asked for.</remarks>
    public override NDArray First(int count) => count < Count ? _pictures[$":{count}"] : _pictures;

    /// <inheritdoc/>
    public override PictureRows Take(int count) => count < Count ? new ArrayRows(First(count)) : this;
}
