using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// A convolution and its gradients by Fourier transforms. A transform is kept with the block that it is of: weights need one until they
/// change, pictures one for the convolution and its gradients.
/// </summary>
internal sealed unsafe class SpectralConvolution(Device device, SpectralKernels kernels, SpectralShape shape)
{
    /// <summary>Pictures whose spectra are in memory at once; more are worked through in such batches,
    /// and their spectra are not kept.</summary>
    internal const int PicturesAtOnce = 512;

    internal void Forward(Storage x, Storage kernel, Storage y)
    {
        var weights = Kept(kernel, shape.Kernel);
        foreach (var (input, output, first) in Batches())
        {
            using var pictures = SpectrumOf(x, input, first);
            using var result = New(output);
            kernels.Multiply(pictures.Spectrum, false, weights, false, conjugateB: true, result.Spectrum);
            kernels.Restore(result.Spectrum, y.As<float>() + first * output.MapStride, output);
        }
    }

    internal void InputGradient(Storage kernel, Storage dy, Storage dx)
    {
        var weights = Kept(kernel, shape.Kernel);
        foreach (var (input, output, first) in Batches())
        {
            using var gradients = SpectrumOf(dy, output, first);
            using var result = New(input);
            kernels.Multiply(gradients.Spectrum, false, weights, true, conjugateB: false, result.Spectrum);
            kernels.Restore(result.Spectrum, dx.As<float>() + first * input.MapStride, input);
        }
    }

    internal void FilterGradient(Storage x, Storage dy, Storage dkernel)
    {
        using var result = New(shape.Kernel);
        foreach (var (input, output, first) in Batches())
        {
            using var pictures = SpectrumOf(x, input, first);
            using var gradients = SpectrumOf(dy, output, first);
            kernels.Multiply(pictures.Spectrum, true, gradients.Spectrum, false, conjugateB: true, result.Spectrum, accumulate: first > 0);
        }

        kernels.Restore(result.Spectrum, dkernel.As<float>(), shape.Kernel);
        // The last pass over this layer, as a rule.
        x.DropForms();
        dy.DropForms();
    }

    private IEnumerable<(MapSampling Input, MapSampling Output, int First)> Batches()
    {
        for (var first = 0; first < shape.Input.Maps; first += PicturesAtOnce)
        {
            var count = Math.Min(PicturesAtOnce, shape.Input.Maps - first);
            yield return (shape.Input with { Maps = count }, shape.Output with { Maps = count }, first);
        }
    }

    private Block SpectrumOf(Storage maps, MapSampling sampling, int first)
    {
        if (shape.Input.Maps <= PicturesAtOnce)
            return new Block(Kept(maps, sampling), null);
        var block = New(sampling);
        using var elements = Elements.Of(maps);
        kernels.Transform(elements, first, sampling, block.Spectrum);
        return block;
    }

    /// <summary>The spectrum of all maps in a block of memory, which keeps it.</summary>
    private Spectrum Kept(Storage maps, MapSampling sampling)
    {
        if (maps.FormOf(sampling) is { } form)
            return sampling.SpectrumIn(form.As<float>());
        if (sampling.IsKernel)
            maps.Settle();
        var block = New(sampling);
        using var elements = Elements.Of(maps);
        kernels.Transform(elements, 0, sampling, block.Spectrum);
        return sampling.SpectrumIn(maps.KeepForm(sampling, block.Storage!).As<float>());
    }

    private Block New(MapSampling sampling)
    {
        var storage = device.Rent(sampling.SpectrumLength * sizeof(float));
        return new Block(sampling.SpectrumIn(storage.As<float>()), storage);
    }

    /// <summary>A spectrum, and its memory where it goes back after use.</summary>
    private readonly struct Block(Spectrum spectrum, Storage? storage) : IDisposable
    {
        internal Spectrum Spectrum => spectrum;

        internal Storage? Storage => storage;

        public void Dispose() => storage?.Release();
    }
}
