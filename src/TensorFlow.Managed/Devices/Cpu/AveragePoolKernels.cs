using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>The mean of each window. Images are independent; each is one piece of work.</summary>
internal static unsafe class AveragePoolKernels
{
    internal static void Forward(float* x, float* y, PoolingPlan plan) => Work.Run(plan.Images, image =>
    {
        var channels = plan.Channels;
        var picture = x + (long)image * plan.Height * plan.Width * channels;
        var at = y + (long)image * plan.RowsOut * plan.ColumnsOut * channels;
        for (var row = 0; row < plan.RowsOut; row++)
            for (var column = 0; column < plan.ColumnsOut; column++, at += channels)
            {
                var (top, bottom, left, right) = plan.Inside(row, column);
                var mean = new Span<float>(at, channels);
                mean.Clear();
                for (var h = top; h < bottom; h++)
                    for (var w = left; w < right; w++)
                        TensorPrimitives.Add(mean, new ReadOnlySpan<float>(picture + ((long)h * plan.Width + w) * channels, channels),
                            mean);
                TensorPrimitives.Divide(mean, (bottom - top) * (right - left), mean);
            }
    });

    internal static void Gradient(float* dy, float* dx, PoolingPlan plan) => Work.Run(plan.Images, image =>
    {
        var channels = plan.Channels;
        var picture = dx + (long)image * plan.Height * plan.Width * channels;
        new Span<float>(picture, checked(plan.Height * plan.Width * channels)).Clear();
        var at = dy + (long)image * plan.RowsOut * plan.ColumnsOut * channels;
        for (var row = 0; row < plan.RowsOut; row++)
            for (var column = 0; column < plan.ColumnsOut; column++, at += channels)
            {
                var (top, bottom, left, right) = plan.Inside(row, column);
                var share = 1f / ((bottom - top) * (right - left));
                for (var h = top; h < bottom; h++)
                    for (var w = left; w < right; w++)
                    {
                        var pixel = new Span<float>(picture + ((long)h * plan.Width + w) * channels, channels);
                        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(at, channels), share, pixel, pixel);
                    }
            }
    });
}
