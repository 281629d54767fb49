namespace FashionGanTf.Captions;

/// <summary>
/// What of a picture is garment: all pixels but those that are joined with the picture's edge, side by side, through pixels of at most
/// <see cref="Ground"/>. So black prints belong to the garment, and gaps between sleeves and body do not.
/// </summary>
public sealed class Silhouette
{
    /// <summary>The brightest that the ground is, of 255.</summary>
    public const byte Ground = 20;

    /// <summary>Pixels a side of the pictures that are measured.</summary>
    public const int Size = 28;

    private readonly bool[] _garment;
    private readonly (int Left, int Right)[] _rows = new (int, int)[Size];

    private Silhouette(bool[] garment)
    {
        _garment = garment;
        (Top, Left, Bottom, Right) = (Size, Size, -1, -1);
        for (var y = 0; y < Size; y++)
        {
            var row = garment.AsSpan(y * Size, Size);
            _rows[y] = (row.IndexOf(true), row.LastIndexOf(true));
            if (_rows[y].Left < 0)
                continue;
            (Top, Bottom) = (Math.Min(Top, y), y);
            (Left, Right) = (Math.Min(Left, _rows[y].Left), Math.Max(Right, _rows[y].Right));
        }
    }

    /// <summary>Whether there is no garment; then nothing can be measured.</summary>
    public bool IsEmpty => Bottom < 0;

    /// <summary>The first row with garment, from 0 above.</summary>
    public int Top { get; }

    /// <summary>The last row with garment.</summary>
    public int Bottom { get; }

    /// <summary>The first column with garment, from 0 at the left.</summary>
    public int Left { get; }

    /// <summary>The last column with garment.</summary>
    public int Right { get; }

    /// <summary>Rows from the first to the last with garment.</summary>
    public int Height => Bottom - Top + 1;

    /// <summary>Columns from the first to the last with garment.</summary>
    public int Width => Right - Left + 1;

    /// <summary>The silhouette of a picture.</summary>
    /// <param name="pixels">28 x 28 in gray, row by row from the top.</param>
    /// <exception cref="ArgumentException">The picture has another size.</exception>
    public static Silhouette Of(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != Size * Size)
            throw new ArgumentException($"Garments are measured in pictures of {Size} x {Size} pixels in gray; this has {pixels.Length}.");
        var garment = new bool[Size * Size];
        Array.Fill(garment, true);
        var ground = new Stack<int>();
        for (var i = 0; i < Size; i++)
            foreach (var edge in new[] { i, (Size - 1) * Size + i, i * Size, i * Size + Size - 1 })
                Flow(edge, pixels);
        while (ground.TryPop(out var place))
        {
            var (y, x) = (place / Size, place % Size);
            if (y > 0)
                Flow(place - Size, pixels);
            if (y < Size - 1)
                Flow(place + Size, pixels);
            if (x > 0)
                Flow(place - 1, pixels);
            if (x < Size - 1)
                Flow(place + 1, pixels);
        }

        return new Silhouette(garment);

        void Flow(int place, ReadOnlySpan<byte> pixels)
        {
            if (!garment[place] || pixels[place] > Ground)
                return;
            garment[place] = false;
            ground.Push(place);
        }
    }

    /// <summary>Whether a pixel is garment.</summary>
    public bool Has(int y, int x) => _garment[y * Size + x];

    /// <summary>Columns from the first to the last garment pixel of a row; 0 for a row without.</summary>
    public int Extent(int y) => _rows[y].Left < 0 ? 0 : _rows[y].Right - _rows[y].Left + 1;

    /// <summary>Ground pixels between the first and the last garment pixel of a row.</summary>
    public int Gaps(int y)
    {
        if (_rows[y].Left < 0)
            return 0;
        return Extent(y) - _garment.AsSpan(y * Size, Size).Count(true);
    }

    /// <summary>The rows with garment from one part of the height to another.</summary>
    /// <param name="from">Where they begin, from 0 at the top to 1 at the bottom.</param>
    /// <param name="to">Where they end.</param>
    public IEnumerable<int> Rows(double from, double to)
    {
        for (var y = Top; y <= Bottom; y++)
            if ((double)(y - Top) / Math.Max(Height - 1, 1) is var part && part >= from && part <= to && _rows[y].Left >= 0)
                yield return y;
    }
}
