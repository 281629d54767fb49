using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>RMSprop's update of a run of weights, as wide as the processor's vectors.</summary>
internal static unsafe class RmsPropKernel
{
    /// <summary>The moves of the step before, <paramref name="velocity"/>, are null without a momentum.</summary>
    internal static void Run(
        float* w, float* next, float* squares, float* velocity, float* g, int count, float rate, float gain, float momentum, float epsilon)
    {
        var i = 0;
        var epsilons = new Vector<float>(epsilon);
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            var gradient = Vector.Load(g + i);
            var square = Vector.Load(squares + i);
            square += (gradient * gradient - square) * gain;
            square.Store(squares + i);
            var step = gradient * rate / Vector.SquareRoot(square + epsilons);
            if (velocity is not null)
            {
                step += Vector.Load(velocity + i) * momentum;
                step.Store(velocity + i);
            }

            (Vector.Load(w + i) - step).Store(next + i);
        }

        for (; i < count; i++)
        {
            squares[i] += (g[i] * g[i] - squares[i]) * gain;
            var step = g[i] * rate / MathF.Sqrt(squares[i] + epsilon);
            if (velocity is not null)
                velocity[i] = step += velocity[i] * momentum;
            next[i] = w[i] - step;
        }
    }
}
