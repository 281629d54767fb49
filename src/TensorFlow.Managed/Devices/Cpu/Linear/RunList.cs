namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>A list of runs in memory that its user provides; a run that goes on where the last one ended makes that one longer.</summary>
/// <param name="runs">Room for the list.</param>
/// <param name="capacity">How many runs fit.</param>
/// <param name="step">Elements between the steps in A.</param>
/// <param name="stepB">Elements between the steps in B.</param>
internal unsafe ref struct RunList(Run* runs, int capacity, nint step, nint stepB)
{
    internal readonly Run* Runs => runs;

    internal int Count { get; private set; }

    internal readonly bool IsFull => Count == capacity;

    internal void Clear() => Count = 0;

    internal void Add(nint a, nint b, nint length)
    {
        if (Count > 0)
        {
            ref var last = ref runs[Count - 1];
            if (last.A + last.Length * step == a && last.B + last.Length * stepB == b)
            {
                last.Length += length;
                return;
            }
        }

        runs[Count++] = new Run(a, b, length);
    }
}
