using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Pixels that become blocks. A row of pixels becomes a group of equal rows,
/// so rows are independent; some are a piece of work.</summary>
internal static unsafe class NearestKernels
{
    internal static void Forward(float* x, float* y, int rows, int width, int channels, (int H, int W) factors)
    {
        var rowOut = width * factors.W * channels;
        EachRow(rows, rowOut * factors.H, row =>
        {
            float* from = x + (long)row * width * channels, to = y + (long)row * factors.H * rowOut;
            var first = new Span<float>(to, rowOut);
            for (var i = 0; i < width * factors.W; i++)
                new ReadOnlySpan<float>(from + i / factors.W * channels, channels).CopyTo(first[(i * channels)..]);
            for (var i = 1; i < factors.H; i++)
                first.CopyTo(new Span<float>(to + i * rowOut, rowOut));
        });
    }

    internal static void Gradient(float* dy, float* dx, int rows, int width, int channels, (int H, int W) factors)
    {
        var rowOut = width * factors.W * channels;
        EachRow(rows, rowOut * factors.H, row =>
        {
            float* from = dy + (long)row * factors.H * rowOut, to = dx + (long)row * width * channels;
            new Span<float>(to, width * channels).Clear();
            for (var i = 0; i < factors.H * width * factors.W; i++)
            {
                var pixel = new Span<float>(to + i / factors.W % width * channels, channels);
                TensorPrimitives.Add(pixel, new ReadOnlySpan<float>(from + (long)i * channels, channels), pixel);
            }
        });
    }

    private static void EachRow(int rows, int elementsInRow, Action<int> row)
    {
        var rowsInPiece = Math.Max(1, Work.PieceLength / Math.Max(1, elementsInRow));
        Work.Run((rows + rowsInPiece - 1) / rowsInPiece, piece =>
        {
            for (var r = piece * rowsInPiece; r < Math.Min(rows, (piece + 1) * rowsInPiece); r++)
                row(r);
        });
    }
}
