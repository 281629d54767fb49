namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// The discrete Fourier transform of a few real samples, for as many channels at once as a register has lanes:
/// <c>X[k] = sum over j of x[j] exp(-2 pi i j k / Size)</c>. Of the conjugate pairs one is kept, so that there are as many numbers as
/// samples: first the real ones (k = 0 and, for an even size, k = Size / 2), then real and imaginary part of k = 1, 2, ...
/// </summary>
internal unsafe interface IFourier
{
    /// <summary>How many samples there are.</summary>
    static abstract int Size { get; }

    /// <param name="x">The samples, registers that lie <paramref name="stride"/> elements apart.</param>
    /// <param name="stride">Elements between samples.</param>
    /// <param name="y">The transform, registers side by side.</param>
    static abstract void Forward<TLanes>(float* x, nint stride, float* y) where TLanes : struct, ILanes<TLanes>;

    /// <summary>The samples times <see cref="Size"/>, from the transform whose complex numbers were doubled,
    /// for the conjugates that were not kept.</summary>
    /// <param name="x">The transform, registers side by side.</param>
    /// <param name="y">The samples, registers that lie <paramref name="stride"/> elements apart.</param>
    /// <param name="stride">Elements between samples.</param>
    static abstract void Inverse<TLanes>(float* x, float* y, nint stride) where TLanes : struct, ILanes<TLanes>;
}
