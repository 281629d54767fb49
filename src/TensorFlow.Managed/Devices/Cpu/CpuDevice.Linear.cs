using Tensorflow.Devices.Cpu.Linear;
using Tensorflow.Devices.Cpu.Linear.Spectral;
using Tensorflow.Devices.Cpu.Linear.Winograd;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    private delegate void DirectKernel(float* scratch);

    /// <summary>Whether convolutions go through transforms where that pays; benchmarks and tests turn it off.</summary>
    internal static bool UsesTransforms { get; set; } = true;

    /// <summary>The name of the kernel that is chosen for a convolution.</summary>
    internal string ConvolutionKernelOf(ConvolutionShape shape) =>
        Spectral(shape) is not null ? "Fourier" : Winograd(shape) is not null ? "Winograd" : "direct";

    internal override void MatMul(Storage a, Storage b, Storage y, MatMulShape shape) =>
        LinearKernels.Best.MatMul(a.As<float>(), b.As<float>(), y.As<float>(), shape);

    internal override void Conv2D(Storage x, Storage kernel, Storage y, ConvolutionShape shape)
    {
        if (Spectral(shape) is { } spectral)
            spectral.Forward(x, kernel, y);
        else if (Winograd(shape) is { } winograd)
            winograd.Forward(x, kernel, y);
        else
            Direct(
                LinearKernels.Best.ForwardScratch(shape),
                scratch => LinearKernels.Best.Forward(x.As<float>(), kernel.As<float>(), y.As<float>(), shape, scratch));
    }

    internal override void Conv2DBackpropInput(Storage kernel, Storage dy, Storage dx, ConvolutionShape shape)
    {
        if (Spectral(shape) is { } spectral)
            spectral.InputGradient(kernel, dy, dx);
        else if (Winograd(shape) is { } winograd)
            winograd.InputGradient(kernel, dy, dx);
        else
            Direct(
                LinearKernels.Best.InputGradientScratch(shape),
                scratch => LinearKernels.Best.InputGradient(kernel.As<float>(), dy.As<float>(), dx.As<float>(), shape, scratch));
    }

    internal override void Conv2DBackpropFilter(Storage x, Storage dy, Storage dkernel, ConvolutionShape shape)
    {
        if (Spectral(shape) is { } spectral)
            spectral.FilterGradient(x, dy, dkernel);
        else if (Winograd(shape) is { } winograd)
            winograd.KernelGradient(x, dy, dkernel);
        else
            Direct(
                LinearKernels.Best.FilterGradientScratch(shape),
                scratch => LinearKernels.Best.FilterGradient(x.As<float>(), dy.As<float>(), dkernel.As<float>(), shape, scratch));
    }

    /// <summary>Runs a direct kernel in memory of so many elements.</summary>
    private void Direct(long scratchLength, DirectKernel kernel)
    {
        var scratch = Rent(scratchLength * sizeof(float));
        kernel(scratch.As<float>());
        scratch.Release();
    }

    /// <summary>The convolution by Fourier transforms, where these have the fewest products.</summary>
    private SpectralConvolution? Spectral(ConvolutionShape shape) =>
        UsesTransforms && SpectralKernels.Best is { } kernels && SpectralShape.Of(shape) is { } spectral
        && !(WinogradShape.Of(shape)?.Products <= spectral.Products)
            ? new SpectralConvolution(this, kernels, spectral)
            : null;

    private WinogradConvolution? Winograd(ConvolutionShape shape) =>
        UsesTransforms && WinogradShape.Of(shape) is { } winograd
            ? new WinogradConvolution(this, WinogradKernels.Best, winograd)
            : null;
}
