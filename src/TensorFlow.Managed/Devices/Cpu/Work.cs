namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Shares work among threads. The caller cuts it into pieces by the problem's size, never by the number of threads, so that results have
/// the same bits on any number of them.
/// </summary>
internal static class Work
{
    /// <summary>Elements in a piece of an element-wise loop: large enough to be worth a thread, small enough to share evenly.</summary>
    internal const int PieceLength = 1 << 15;

    private static ParallelOptions s_options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>How many threads work at once; at least 1.</summary>
    internal static int Threads
    {
        get => s_options.MaxDegreeOfParallelism;
        set => s_options = new ParallelOptions { MaxDegreeOfParallelism = value };
    }

    /// <summary>Runs pieces 0 to count - 1, each once, in any order; returns when all are done.</summary>
    internal static void Run(int count, Action<int> piece)
    {
        if (count > 1 && Threads > 1)
        {
            Parallel.For(0, count, s_options, piece);
            return;
        }

        for (var i = 0; i < count; i++)
            piece(i);
    }

    /// <summary>Runs a loop over so many elements in pieces of <see cref="PieceLength"/>: <c>piece(start, length)</c>.</summary>
    internal static void RunElements(long count, Action<long, int> piece)
    {
        if (count <= PieceLength)
        {
            if (count > 0)
                piece(0, (int)count);
            return;
        }

        Run(checked((int)((count + PieceLength - 1) / PieceLength)), i =>
        {
            var start = (long)i * PieceLength;
            piece(start, (int)Math.Min(PieceLength, count - start));
        });
    }
}
