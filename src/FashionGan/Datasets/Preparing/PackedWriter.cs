using System.Security.Cryptography;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>Writes a packed file, picture after picture. Where nobody said how many channels there are, it has one until a picture in
/// colour comes.</summary>
internal sealed class PackedWriter
{
    private readonly Stream _file;
    private readonly int _size;
    private readonly List<byte> _labels = [];
    private readonly List<LeftOut> _broken = [];
    private readonly bool _mayBecomeColour;
    private bool _hasLabels = true;
    private int _channels;
    private int _count;

    internal PackedWriter(Stream file, Preparation preparation)
    {
        (_file, _size) = (file, preparation.Size);
        (_channels, _mayBecomeColour) = (preparation.Channels ?? 1, preparation.Channels is null);
    }

    /// <summary>How many were added.</summary>
    internal int Count => _count;

    private int RowLength => _size * _size * _channels;

    /// <summary>Adds a picture.</summary>
    /// <param name="pixels">In colour where nobody said how many channels.</param>
    /// <param name="label">Its class; <see cref="SourcePicture.NoLabel"/> for none.</param>
    internal void Add(byte[] pixels, int label)
    {
        var picture = pixels;
        if (_mayBecomeColour && _channels == 1)
        {
            if (IsGray(pixels))
                picture = Gray(pixels);
            else
                TurnToColour();
        }

        _file.Write(picture);
        _count++;
        _hasLabels &= label != SourcePicture.NoLabel;
        if (_hasLabels)
            _labels.Add(checked((byte)label));
    }

    /// <summary>Notes a picture that is left out.</summary>
    internal void LeaveOut(LeftOut broken) => _broken.Add(broken);

    /// <summary>Writes what comes after the pixels.</summary>
    internal void End()
    {
        _file.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(_file));
        new PackedHeader(_size, _channels, _count, _hasLabels ? [.. _labels] : null, _broken, hash).Write(_file);
    }

    /// <summary>Writes the gray pictures that are there in three channels, from the last to the first: each goes behind what is still to
    /// be read.</summary>
    private void TurnToColour()
    {
        var (gray, colour) = (new byte[RowLength], new byte[3 * RowLength]);
        for (var i = _count - 1L; i >= 0; i--)
        {
            _file.Position = i * gray.Length;
            _file.ReadExactly(gray);
            for (var at = 0; at < gray.Length; at++)
                colour.AsSpan(3 * at, 3).Fill(gray[at]);
            _file.Position = i * colour.Length;
            _file.Write(colour);
        }

        _channels = 3;
        _file.Position = (long)_count * RowLength;
    }

    private static bool IsGray(byte[] colour)
    {
        for (var i = 0; i < colour.Length; i += 3)
            if (colour[i] != colour[i + 1] || colour[i] != colour[i + 2])
                return false;
        return true;
    }

    private static byte[] Gray(byte[] colour)
    {
        var gray = new byte[colour.Length / 3];
        for (var i = 0; i < gray.Length; i++)
            gray[i] = colour[3 * i];
        return gray;
    }
}
