using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Gradient descent's update of a run of weights, as wide as the processor's vectors.</summary>
internal static unsafe class SgdKernel
{
    internal static void Run(float* w, float* next, float* g, int count, float rate)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(w + i) - Vector.Load(g + i) * rate).Store(next + i);
        for (; i < count; i++)
            next[i] = w[i] - g[i] * rate;
    }

    internal static void RunWithMomentum(float* w, float* next, float* velocity, float* g, int count, float rate, float momentum,
        bool nesterov)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            var step = Vector.Load(g + i) * rate;
            var move = Vector.Load(velocity + i) * momentum - step;
            move.Store(velocity + i);
            (Vector.Load(w + i) + (nesterov ? move * momentum - step : move)).Store(next + i);
        }

        for (; i < count; i++)
        {
            var step = g[i] * rate;
            var move = velocity[i] = velocity[i] * momentum - step;
            next[i] = w[i] + (nesterov ? move * momentum - step : move);
        }
    }
}
