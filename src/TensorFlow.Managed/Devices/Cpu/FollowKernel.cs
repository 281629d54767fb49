using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>A share of what was and a share of what came, as wide as the processor's vectors.</summary>
internal static unsafe class FollowKernel
{
    internal static void Run(float* current, float* next, float* value, int count, float keep, float gain)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(current + i) * keep + Vector.Load(value + i) * gain).Store(next + i);
        for (; i < count; i++)
            next[i] = current[i] * keep + value[i] * gain;
    }
}
