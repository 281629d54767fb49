namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// Transforms of many maps: for each number of the transform a matrix (rows, columns), first the real numbers, then of each complex one the
/// real and the imaginary part.
/// </summary>
internal readonly unsafe struct Spectrum(float* elements, int size, int rows, int columns)
{
    /// <summary>Elements between planes beyond their length,
    /// so that they do not lie a power of two apart and share the cache's sets.</summary>
    private const int Padding = 80;

    internal int Rows => rows;

    internal int Columns => columns;

    internal nint PlaneStride => StrideOf(rows, columns);

    /// <summary>How many of the numbers are real.</summary>
    internal int RealNumbers => size % 2 == 0 ? 4 : 1;

    internal int Numbers => RealNumbers + (size * size - RealNumbers) / 2;

    /// <summary>The matrix of a number: the number itself if it is real, its real part if it is complex.</summary>
    internal float* Real(int number) => elements + PlaneStride * (number < RealNumbers ? number : 2 * number - RealNumbers);

    /// <summary>The matrix of a complex number's imaginary part.</summary>
    internal float* Imaginary(int number) => Real(number) + PlaneStride;

    internal float* At(nint row, nint column) => elements + row * columns + column;

    /// <summary>Elements of memory that a spectrum takes.</summary>
    internal static long Length(int size, int rows, int columns) => size * size * (long)StrideOf(rows, columns);

    private static nint StrideOf(int rows, int columns) => (nint)rows * columns + Padding;
}
