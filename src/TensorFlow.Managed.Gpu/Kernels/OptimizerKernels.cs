using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Updates of weights, an element a thread.</summary>
internal static class OptimizerKernels
{
    internal static void Adam(
        ArrayView<float> current, ArrayView<float> next, ArrayView<float> m, ArrayView<float> v, ArrayView<float> gradient, int count,
        float alpha, float gain1, float gain2, float epsilon)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
        {
            var g = gradient[i];
            var mean = m[i] + (g - m[i]) * gain1;
            var square = v[i] + (g * g - v[i]) * gain2;
            m[i] = mean;
            v[i] = square;
            next[i] = current[i] - mean * alpha / ((float)Math.Sqrt(square) + epsilon);
        }
    }

    internal static void Sgd(ArrayView<float> current, ArrayView<float> next, ArrayView<float> gradient, int count, float rate)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            next[i] = current[i] - gradient[i] * rate;
    }

    internal static void Momentum(
        ArrayView<float> current, ArrayView<float> next, ArrayView<float> velocity, ArrayView<float> gradient, int count, float rate,
        float momentum, int nesterov)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
        {
            var step = gradient[i] * rate;
            var move = velocity[i] * momentum - step;
            velocity[i] = move;
            next[i] = current[i] + (nesterov != 0 ? move * momentum - step : move);
        }
    }

    /// <summary>Without a momentum the velocity is not touched.</summary>
    internal static void RmsProp(
        ArrayView<float> current, ArrayView<float> next, ArrayView<float> squares, ArrayView<float> velocity, ArrayView<float> gradient,
        int count, float rate, float gain, float momentum, float epsilon, int hasVelocity)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
        {
            var g = gradient[i];
            var square = squares[i] + (g * g - squares[i]) * gain;
            squares[i] = square;
            var step = g * rate / (float)Math.Sqrt(square + epsilon);
            if (hasVelocity != 0)
            {
                step += velocity[i] * momentum;
                velocity[i] = step;
            }

            next[i] = current[i] - step;
        }
    }

    internal static void Follow(
        ArrayView<float> current, ArrayView<float> next, ArrayView<float> value, int count, float keep, float gain)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            next[i] = current[i] * keep + value[i] * gain;
    }

    internal static void MovingAverage(ArrayView<float> average, ArrayView<float> value, int count, float gain)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            average[i] += (value[i] - average[i]) * gain;
    }
}
