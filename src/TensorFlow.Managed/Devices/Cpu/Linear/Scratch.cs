using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Memory that a thread works in while it does a piece of work;
/// each thread keeps its own, so that it stays in its core's cache.</summary>
internal sealed unsafe class Scratch
{
    private const nuint Alignment = 64;

    [ThreadStatic]
    private static Scratch? t_scratch;

    private float* _elements;
    private long _length;

    ~Scratch() => NativeMemory.AlignedFree(_elements);

    /// <summary>Room for so many elements until this thread asks again; not cleared, aligned to a cache line.</summary>
    internal static float* Of(long length)
    {
        var scratch = t_scratch ??= new Scratch();
        if (scratch._length < length)
        {
            NativeMemory.AlignedFree(scratch._elements);
            scratch._elements = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), Alignment);
            scratch._length = length;
        }

        return scratch._elements;
    }
}
