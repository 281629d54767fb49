using System.Collections.Concurrent;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>How a tensor is read as maps of channels and sampled, phase by phase;
/// equal values give equal spectra of the same memory.</summary>
/// <param name="Size">Samples in a row and in a column of the transform.</param>
/// <param name="Vertical">The axis of the rows.</param>
/// <param name="Horizontal">The axis of the columns.</param>
/// <param name="Maps">Pictures (maps, H, W, channels), or a kernel's input channels: (H, W, maps, channels).</param>
/// <param name="Channels">Numbers that lie side by side.</param>
internal sealed record MapSampling(int Size, AxisSampling Vertical, AxisSampling Horizontal, int Maps, int Channels)
{
    /// <summary>Made once: a model has few shapes, and its every step asks for them.</summary>
    private static readonly ConcurrentDictionary<(int Size, AxisSampling Vertical, AxisSampling Horizontal, nint Place), nint[]> s_offsets =
        new();

    internal bool IsKernel => Vertical.Padding is not null;

    internal int Phases => Vertical.Stride * Horizontal.Stride;

    /// <summary>Rows of the spectrum's matrices: pictures, or the kernel's input channels, those of one phase under the other's.</summary>
    internal int Rows => IsKernel ? Phases * Maps : Maps;

    /// <summary>Columns of the spectrum's matrices: channels, for a picture those of one phase beside the other's.</summary>
    internal int Columns => IsKernel ? Channels : Phases * Channels;

    /// <summary>Elements from one map to the next.</summary>
    internal nint MapStride => IsKernel ? Channels : (nint)Vertical.Length * Horizontal.Length * Channels;

    /// <summary>Where a phase's samples lie from a map's start, Size x Size, below 0 for zeros;
    /// phase after phase. Not to be changed.</summary>
    internal nint[] Offsets() =>
        s_offsets.GetOrAdd((Size, Vertical, Horizontal, IsKernel ? (nint)Maps * Channels : Channels), static key =>
            Offsets(key.Size, key.Vertical, key.Horizontal, key.Place));

    private static nint[] Offsets(int size, AxisSampling vertical, AxisSampling horizontal, nint place)
    {
        var phases = vertical.Stride * horizontal.Stride;
        var offsets = new nint[phases * size * size];
        for (var phase = 0; phase < phases; phase++)
        {
            var (p, q) = Math.DivRem(phase, horizontal.Stride);
            int[] rows = vertical.Places(p, size), columns = horizontal.Places(q, size);
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    offsets[(phase * size + i) * size + j] = rows[i] < 0 || columns[j] < 0
                        ? -1 : ((nint)rows[i] * horizontal.Length + columns[j]) * place;
        }

        return offsets;
    }

    /// <summary>Elements of memory that the spectrum takes.</summary>
    internal long SpectrumLength => Spectrum.Length(Size, Rows, Columns);

    /// <summary>The spectrum that lies, or shall lie, in some memory.</summary>
    internal unsafe Spectrum SpectrumIn(float* elements) => new(elements, Size, Rows, Columns);

    /// <summary>The row of the spectrum that a map's phase belongs to, and its first column there.</summary>
    internal (nint Row, nint Column) PlaceOf(int map, int phase) => IsKernel ? (phase * Maps + map, 0) : (map, phase * Channels);
}
