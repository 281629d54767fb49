namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// A convolution and its gradients by Fourier transforms. A transform is kept with the block that it is of: weights need one until they
/// change, pictures one for the convolution and its gradients.
/// </summary>
internal sealed unsafe class SpectralConvolution(Device device, SpectralKernels kernels, SpectralShape shape)
{
    internal void Forward(Storage x, Storage kernel, Storage y)
    {
        Spectrum pictures = SpectrumOf(x, shape.Input), weights = SpectrumOf(kernel, shape.Kernel);
        using var result = new Temporary(device, shape.Output);
        kernels.Multiply(pictures, false, weights, false, conjugateB: true, result.Spectrum);
        kernels.Restore(result.Spectrum, y.As<float>(), shape.Output);
    }

    internal void InputGradient(Storage kernel, Storage dy, Storage dx)
    {
        Spectrum gradients = SpectrumOf(dy, shape.Output), weights = SpectrumOf(kernel, shape.Kernel);
        using var result = new Temporary(device, shape.Input);
        kernels.Multiply(gradients, false, weights, true, conjugateB: false, result.Spectrum);
        kernels.Restore(result.Spectrum, dx.As<float>(), shape.Input);
    }

    internal void FilterGradient(Storage x, Storage dy, Storage dkernel)
    {
        Spectrum pictures = SpectrumOf(x, shape.Input), gradients = SpectrumOf(dy, shape.Output);
        using var result = new Temporary(device, shape.Kernel);
        kernels.Multiply(pictures, true, gradients, false, conjugateB: true, result.Spectrum);
        kernels.Restore(result.Spectrum, dkernel.As<float>(), shape.Kernel);
        // The last pass over this layer, as a rule.
        x.DropForms();
        dy.DropForms();
    }

    private Spectrum SpectrumOf(Storage maps, MapSampling sampling)
    {
        if (maps.FormOf(sampling) is { } kept)
            return new Spectrum(kept.As<float>(), sampling.Size, sampling.Rows, sampling.Columns);
        var form = device.Rent(Spectrum.Length(sampling.Size, sampling.Rows, sampling.Columns) * sizeof(float));
        var spectrum = new Spectrum(form.As<float>(), sampling.Size, sampling.Rows, sampling.Columns);
        kernels.Transform(maps.As<float>(), sampling, spectrum);
        maps.KeepForm(sampling, form);
        return spectrum;
    }

    /// <summary>A spectrum that nobody wants again.</summary>
    private readonly struct Temporary(Device device, MapSampling sampling) : IDisposable
    {
        private readonly Storage _storage = device.Rent(Spectrum.Length(sampling.Size, sampling.Rows, sampling.Columns) * sizeof(float));

        internal Spectrum Spectrum => new(_storage.As<float>(), sampling.Size, sampling.Rows, sampling.Columns);

        public void Dispose() => _storage.Release();
    }
}
