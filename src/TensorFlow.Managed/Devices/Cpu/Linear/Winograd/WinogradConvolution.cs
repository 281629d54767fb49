using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>A convolution and its gradients by Winograd's filtering. Transformed weights are kept with the weights until these
/// change.</summary>
internal sealed unsafe class WinogradConvolution(Device device, WinogradKernels kernels, WinogradShape shape)
{
    internal void Forward(Storage x, Storage kernel, Storage y) => Convolve(x, kernel, y, shape.Forward);

    internal void InputGradient(Storage kernel, Storage dy, Storage dx) => Convolve(dy, kernel, dx, shape.Backward);

    internal void KernelGradient(Storage x, Storage dy, Storage dkernel)
    {
        if (shape.Convolution.N == 0)
        {
            new Span<float>(dkernel.As<float>(), checked((int)shape.Convolution.KernelLength)).Clear();
            return;
        }

        var scratch = device.Rent(kernels.KernelGradientScratch(shape.Forward, shape.Convolution.N) * sizeof(float));
        kernels.KernelGradient(x.As<float>(), dy.As<float>(), dkernel.As<float>(), shape.Forward, shape.Convolution.N, scratch.As<float>());
        scratch.Release();
    }

    private void Convolve(Storage source, Storage kernel, Storage target, WinogradSides sides)
    {
        var weights = Kept(kernel, sides);
        var scratch = device.Rent(kernels.ConvolveScratch(sides, shape.Convolution.N) * sizeof(float));
        if (!kernels.TakesPictures(sides, shape.Convolution.N)
            || !source.TrySettle((deferred, block) => Run((float*)block, (Stage)deferred)))
            Run(source.As<float>(), null);
        scratch.Release();

        void Run(float* x, Stage? stage) =>
            kernels.Convolve(x, stage, weights, target.As<float>(), sides, shape.Convolution.N, scratch.As<float>());
    }

    private float* Kept(Storage kernel, WinogradSides sides)
    {
        if (kernel.FormOf(sides) is { } form)
            return form.As<float>();
        kernel.Settle();
        var weights = device.Rent(sides.WeightsLength * sizeof(float));
        if (sides == shape.Forward)
        {
            kernels.TransformWeights(kernel.As<float>(), sides, weights.As<float>());
        }
        else
        {
            var transposed = device.Rent(shape.Convolution.KernelLength * sizeof(float));
            Transpose(kernel.As<float>(), transposed.As<float>());
            kernels.TransformWeights(transposed.As<float>(), sides, weights.As<float>());
            transposed.Release();
        }

        return kernel.KeepForm(sides, weights).As<float>();
    }

    /// <summary>Swaps the channels of every tap.</summary>
    private void Transpose(float* kernel, float* transposed)
    {
        const int block = 16;
        int rows = shape.Convolution.InputChannels, columns = shape.Convolution.OutputChannels;
        Work.Run(checked(shape.Convolution.KernelH * shape.Convolution.KernelW * (rows / block)), i =>
        {
            var (tap, part) = Math.DivRem(i, rows / block);
            float* source = kernel + ((nint)tap * rows + part * block) * columns, target = transposed + (nint)tap * rows * columns
                + part * block;
            for (var column = 0; column < columns; column += 4)
                for (var row = 0; row < block; row += 4)
                    Memory.Transpose4(source + (nint)row * columns + column, columns, target + (nint)column * rows + row, rows);
        });
    }
}
