using Tensorflow.Devices.Cpu.Linear;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void MatMul(Storage a, Storage b, Storage y, MatMulShape shape) =>
        LinearKernels.Best.MatMul(a.As<float>(), b.As<float>(), y.As<float>(), shape);

    internal override void Conv2D(Storage x, Storage kernel, Storage y, ConvolutionShape shape)
    {
        var scratch = Rent(LinearKernels.Best.ForwardScratch(shape) * sizeof(float));
        LinearKernels.Best.Forward(x.As<float>(), kernel.As<float>(), y.As<float>(), shape, scratch.As<float>());
        scratch.Release();
    }

    internal override void Conv2DBackpropInput(Storage kernel, Storage dy, Storage dx, ConvolutionShape shape)
    {
        var scratch = Rent(LinearKernels.Best.InputGradientScratch(shape) * sizeof(float));
        LinearKernels.Best.InputGradient(kernel.As<float>(), dy.As<float>(), dx.As<float>(), shape, scratch.As<float>());
        scratch.Release();
    }

    internal override void Conv2DBackpropFilter(Storage x, Storage dy, Storage dkernel, ConvolutionShape shape)
    {
        var scratch = Rent(LinearKernels.Best.FilterGradientScratch(shape) * sizeof(float));
        LinearKernels.Best.FilterGradient(x.As<float>(), dy.As<float>(), dkernel.As<float>(), shape, scratch.As<float>());
        scratch.Release();
    }
}
