using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>An average's move towards a value, as wide as the processor's vectors.</summary>
internal static unsafe class MovingAverageKernel
{
    internal static void Run(float* average, float* value, int count, float gain)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            var old = Vector.Load(average + i);
            (old + (Vector.Load(value + i) - old) * gain).Store(average + i);
        }

        for (; i < count; i++)
            average[i] += (value[i] - average[i]) * gain;
    }
}
