using System.Buffers.Binary;

namespace FashionGanTf.Imaging;

/// <summary>Turns the samples of a PNG's rows into the 8-bit pixels of a <see cref="Bitmap"/>: 16 bits are rounded, fewer than 8 are
/// spread over 0 to 255, and what is transparent stands on black, the background of Fashion-MNIST.</summary>
internal sealed class PngSamples
{
    private readonly PngHeader _header;
    private readonly byte[] _palette;
    private readonly byte[] _transparency;

    /// <summary>The samples of a file.</summary>
    /// <param name="header">What they are.</param>
    /// <param name="palette">The PLTE chunk; empty where there is none.</param>
    /// <param name="transparency">The tRNS chunk; empty where there is none.</param>
    /// <exception cref="InvalidDataException">A chunk does not fit.</exception>
    internal PngSamples(PngHeader header, byte[] palette, byte[] transparency)
    {
        (_header, _palette, _transparency) = (header, palette, transparency);
        if (header.Colour == PngFormat.Palette && (palette.Length % 3 != 0 || palette.Length is 0 or > 3 * 256))
            throw new InvalidDataException($"its palette has {palette.Length} bytes.");
        if (transparency.Length > 0 && !(header.Colour switch
        {
            PngFormat.Palette => transparency.Length <= palette.Length / 3,
            PngFormat.Gray or PngFormat.Rgb => transparency.Length == 2 * header.Samples,
            _ => false,
        }))
            throw new InvalidDataException($"its tRNS chunk has {transparency.Length} bytes.");
    }

    /// <summary>Sets a row of pixels.</summary>
    /// <param name="row">The file's, its filter undone.</param>
    /// <param name="pixels">Gray or RGB.</param>
    /// <exception cref="InvalidDataException">A sample is no colour of the palette.</exception>
    internal void Read(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        if (_header is { Depth: 8, Colour: PngFormat.Gray or PngFormat.Rgb } && _transparency.Length == 0)
        {
            row.CopyTo(pixels);
            return;
        }

        Span<int> samples = stackalloc int[_header.Samples];
        var channels = _header.Channels;
        for (var x = 0; x < _header.Width; x++)
        {
            for (var i = 0; i < samples.Length; i++)
                samples[i] = Sample(row, x * samples.Length + i);
            var pixel = pixels.Slice(x * channels, channels);
            if (_header.Colour == PngFormat.Palette)
                FromPalette(samples[0], pixel);
            else
                Set(pixel, samples);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int place)
    {
        if (_header.Depth == 16)
            return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * place)..]);
        var bit = place * _header.Depth;
        return (row[bit / 8] >> (8 - _header.Depth - bit % 8)) & ((1 << _header.Depth) - 1);
    }

    private void FromPalette(int colour, Span<byte> pixel)
    {
        if (3 * colour >= _palette.Length)
            throw new InvalidDataException($"a pixel has the colour {colour}; the palette has {_palette.Length / 3}.");
        var alpha = colour < _transparency.Length ? _transparency[colour] : 255;
        for (var i = 0; i < pixel.Length; i++)
            pixel[i] = OnBlack(_palette[3 * colour + i], alpha, 255);
    }

    private void Set(Span<byte> pixel, ReadOnlySpan<int> samples)
    {
        var most = (1 << _header.Depth) - 1;
        var alpha = samples.Length > pixel.Length ? samples[^1] : IsTransparent(samples) ? 0 : most;
        for (var i = 0; i < pixel.Length; i++)
            pixel[i] = OnBlack(samples[i], alpha, most);
    }

    private bool IsTransparent(ReadOnlySpan<int> samples)
    {
        for (var i = 0; i < samples.Length; i++)
            if (_transparency.Length == 0 || BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(2 * i)) != samples[i])
                return false;
        return true;
    }

    private static byte OnBlack(int sample, int alpha, int most) => (byte)Math.Round(255.0 * sample * alpha / ((double)most * most));
}
