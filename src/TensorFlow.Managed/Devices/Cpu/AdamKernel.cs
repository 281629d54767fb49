using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Adam's update of a run of weights, as wide as the processor's vectors.</summary>
internal static unsafe class AdamKernel
{
    internal static void Run(float* w, float* next, float* m, float* v, float* g, int count, float alpha, float gain1, float gain2,
        float epsilon)
    {
        var i = 0;
        var epsilons = new Vector<float>(epsilon);
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            var gradient = Vector.Load(g + i);
            var mean = Vector.Load(m + i);
            var square = Vector.Load(v + i);
            mean += (gradient - mean) * gain1;
            square += (gradient * gradient - square) * gain2;
            mean.Store(m + i);
            square.Store(v + i);
            (Vector.Load(w + i) - mean * alpha / (Vector.SquareRoot(square) + epsilons)).Store(next + i);
        }

        for (; i < count; i++)
        {
            m[i] += (g[i] - m[i]) * gain1;
            v[i] += (g[i] * g[i] - v[i]) * gain2;
            next[i] = w[i] - m[i] * alpha / (MathF.Sqrt(v[i]) + epsilon);
        }
    }
}
