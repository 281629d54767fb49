namespace FashionGanTf.Imaging;

/// <summary>
/// Takes clothes off their black ground. The ground is what is dark and touches the border through what is dark, so black print in the
/// middle of a shirt stays. To it belongs dust, small pieces that a generator leaves beside the clothes: hardly seen on black, they would
/// be black on white. A pixel beside the ground shows both: it has the brightness of its brightest neighbour, as far as it is opaque.
/// </summary>
internal static class GroundChange
{
    /// <summary>Brightness, 0 to 255, below which a pixel may be ground.</summary>
    private const int Dark = 16;

    /// <summary>The least brightness of what a pixel beside the ground shows: a smudge nowhere brighter is no black piece.</summary>
    private const int Faint = 64;

    /// <summary>A piece by itself is dust if the largest one has more than so many times its pixels.</summary>
    private const int MostPieces = 20;

    /// <summary>A picture on another ground.</summary>
    /// <param name="picture">On black, gray or RGB.</param>
    /// <param name="ground">What it is to stand on.</param>
    /// <returns>Of as many channels, or of 4 where the ground is transparent.</returns>
    internal static Bitmap Of(Bitmap picture, Ground ground)
    {
        if (ground == Ground.Black)
            return picture;
        if (ground == Ground.Inverted)
            return new Bitmap(picture.Width, picture.Height, picture.Channels, Array.ConvertAll(picture.Pixels, v => (byte)(255 - v)));
        var (opacity, channels) = (Opacity(picture), picture.Channels);
        var changed = new Bitmap(picture.Width, picture.Height, ground == Ground.Transparent ? 4 : channels);
        for (var pixel = 0; pixel < opacity.Length; pixel++)
            for (var channel = 0; channel < changed.Channels; channel++)
                changed.Pixels[pixel * changed.Channels + channel] = channel == 3 ? (byte)Math.Round(255 * opacity[pixel])
                    : Value(picture.Pixels[pixel * channels + Math.Min(channel, channels - 1)], opacity[pixel], ground);
        return changed;
    }

    /// <summary>A value over black is opacity times that of the clothes. On white the rest of the light comes back.</summary>
    private static byte Value(byte value, double opacity, Ground ground) => ground == Ground.White
        ? (byte)Math.Round(Math.Min(255, value + 255 * (1 - opacity)))
        : opacity > 0 ? (byte)Math.Round(Math.Min(255, value / opacity)) : (byte)0;

    /// <summary>How much of each pixel is clothes, 0 to 1.</summary>
    private static double[] Opacity(Bitmap picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var brightness = Brightness(picture);
        var isGround = GroundOf(brightness, width, height);
        var pieces = Pieces(isGround, width, height);
        foreach (var pixel in pieces.Where(piece => piece.Count * MostPieces < pieces.Max(one => one.Count)).SelectMany(piece => piece))
            isGround[pixel] = true;
        return [.. Enumerable.Range(0, brightness.Length).Select(pixel =>
        {
            if (isGround[pixel])
                return 0;
            var around = Around(pixel, width, height).ToArray();
            return around.Any(one => isGround[one])
                ? Math.Min(1, brightness[pixel] / (double)Math.Max(Faint, around.Max(one => brightness[one]))) : 1;
        })];
    }

    /// <summary>Whether each pixel is ground.</summary>
    private static bool[] GroundOf(int[] brightness, int width, int height)
    {
        var isGround = new bool[brightness.Length];
        var next = new Queue<int>(Enumerable.Range(0, brightness.Length)
            .Where(pixel => pixel % width is var x && (x == 0 || x == width - 1) || pixel / width is var y && (y == 0 || y == height - 1)));
        while (next.TryDequeue(out var pixel))
        {
            if (isGround[pixel] || brightness[pixel] >= Dark)
                continue;
            isGround[pixel] = true;
            foreach (var one in Around(pixel, width, height))
                next.Enqueue(one);
        }

        return isGround;
    }

    /// <summary>The pixels that are no ground, together with those that they touch.</summary>
    private static List<List<int>> Pieces(bool[] isGround, int width, int height)
    {
        var (pieces, isDone) = (new List<List<int>>(), (bool[])isGround.Clone());
        for (var first = 0; first < isDone.Length; first++)
        {
            if (isDone[first])
                continue;
            var piece = new List<int> { first };
            isDone[first] = true;
            for (var i = 0; i < piece.Count; i++)
            {
                foreach (var one in Around(piece[i], width, height).Where(one => !isDone[one]))
                {
                    isDone[one] = true;
                    piece.Add(one);
                }
            }

            pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>A pixel and those that touch it.</summary>
    private static IEnumerable<int> Around(int pixel, int width, int height)
    {
        for (var y = Math.Max(0, pixel / width - 1); y <= Math.Min(height - 1, pixel / width + 1); y++)
            for (var x = Math.Max(0, pixel % width - 1); x <= Math.Min(width - 1, pixel % width + 1); x++)
                yield return y * width + x;
    }

    /// <summary>The brightest channel of each pixel.</summary>
    private static int[] Brightness(Bitmap picture) =>
        [.. Enumerable.Range(0, picture.Width * picture.Height)
            .Select(pixel => (int)picture.Pixels.AsSpan(pixel * picture.Channels, picture.Channels).ToArray().Max())];
}
