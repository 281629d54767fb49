namespace Tensorflow.Devices.Cpu;

/// <summary>Pictures moved by whole pixels. A row comes from one row, so rows are independent; some are a piece of work.</summary>
internal static unsafe class TranslateKernels
{
    internal static void Run<T>(
        T* x, int* shifts, T* fill, T* y, long pictures, int height, int width, int channels, int fills) where T : unmanaged
    {
        var (rows, rowLength) = (pictures * height, width * channels);
        var rowsInPiece = Math.Max(1, Work.PieceLength / Math.Max(1, rowLength));
        Work.Run(checked((int)((rows + rowsInPiece - 1) / rowsInPiece)), piece =>
        {
            var end = Math.Min(rows, ((long)piece + 1) * rowsInPiece);
            for (var row = (long)piece * rowsInPiece; row < end; row++)
            {
                var (picture, i) = (row / height, row % height);
                long from = i + shifts[2 * picture], right = shifts[2 * picture + 1];
                var target = new Span<T>(y + row * rowLength, rowLength);
                // The columns whose sources lie inside.
                var (first, last) = (Math.Clamp(-right, 0, width), Math.Clamp(width - right, 0, width));
                if (from < 0 || from >= height || first >= last)
                {
                    Fill(target);
                    continue;
                }

                Fill(target[..((int)first * channels)]);
                var source = x + (picture * height + from) * rowLength + (first + right) * channels;
                new Span<T>(source, (int)(last - first) * channels).CopyTo(target[((int)first * channels)..]);
                Fill(target[((int)last * channels)..]);
            }
        });

        void Fill(Span<T> pixels)
        {
            if (fills == 1)
                pixels.Fill(*fill);
            else
                for (var at = 0; at < pixels.Length; at += channels)
                    new Span<T>(fill, channels).CopyTo(pixels[at..]);
        }
    }
}
