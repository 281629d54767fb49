using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>The largest element of each window. Images are independent; each is one piece of work.</summary>
internal static unsafe class MaxPoolKernels
{
    internal static void Forward(float* x, float* y, int* position, PoolingPlan plan) => Work.Run(plan.Images, image =>
    {
        var picture = x + (long)image * plan.Height * plan.Width * plan.Channels;
        var at = (long)image * plan.RowsOut * plan.ColumnsOut * plan.Channels;
        for (var row = 0; row < plan.RowsOut; row++)
            for (var column = 0; column < plan.ColumnsOut; column++, at += plan.Channels)
                Window(picture, y + at, position + at, plan, row, column);
    });

    internal static void Scatter(float* dy, int* position, float* dx, PoolingPlan plan) => Work.Run(plan.Images, image =>
    {
        var (channels, pixels) = (plan.Channels, plan.Height * plan.Width);
        var picture = dx + (long)image * pixels * channels;
        new Span<float>(picture, checked(pixels * channels)).Clear();
        var at = (long)image * plan.RowsOut * plan.ColumnsOut * channels;
        for (var window = 0; window < plan.RowsOut * plan.ColumnsOut; window++, at += channels)
            for (var c = 0; c < channels; c++)
                picture[(long)position[at + c] * channels + c] += dy[at + c];
    });

    internal static void Gather(float* x, int* position, float* y, PoolingPlan plan) => Work.Run(plan.Images, image =>
    {
        var channels = plan.Channels;
        var picture = x + (long)image * plan.Height * plan.Width * channels;
        var at = (long)image * plan.RowsOut * plan.ColumnsOut * channels;
        for (var window = 0; window < plan.RowsOut * plan.ColumnsOut; window++, at += channels)
            for (var c = 0; c < channels; c++)
                y[at + c] = picture[(long)position[at + c] * channels + c];
    });

    private static void Window(float* picture, float* y, int* position, PoolingPlan plan, int row, int column)
    {
        var (top, bottom, left, right) = plan.Inside(row, column);
        var c = 0;
        for (; c <= plan.Channels - Vector<float>.Count; c += Vector<float>.Count)
        {
            var best = Vector.Load(picture + ((long)top * plan.Width + left) * plan.Channels + c);
            var where = new Vector<int>(top * plan.Width + left);
            for (var h = top; h < bottom; h++)
                for (var w = left; w < right; w++)
                {
                    var pixel = h * plan.Width + w;
                    var value = Vector.Load(picture + (long)pixel * plan.Channels + c);
                    var larger = Vector.GreaterThan(value, best);
                    best = Vector.ConditionalSelect(larger, value, best);
                    where = Vector.ConditionalSelect(larger, new Vector<int>(pixel), where);
                }

            best.Store(y + c);
            where.Store(position + c);
        }

        for (; c < plan.Channels; c++)
        {
            var where = top * plan.Width + left;
            var best = picture[(long)where * plan.Channels + c];
            for (var h = top; h < bottom; h++)
                for (var w = left; w < right; w++)
                {
                    var pixel = h * plan.Width + w;
                    if (picture[(long)pixel * plan.Channels + c] is var value && value > best)
                        (best, where) = (value, pixel);
                }

            (y[c], position[c]) = (best, where);
        }
    }
}
