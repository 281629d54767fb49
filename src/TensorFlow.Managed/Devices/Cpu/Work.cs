namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Shares work among threads. The caller cuts it into pieces by the problem's size, never by the number of threads, so that results have
/// the same bits on any number of them.
/// </summary>
internal static class Work
{
    /// <summary>Elements in a piece of an element-wise loop: large enough to be worth a thread, small enough to share evenly.</summary>
    internal const int PieceLength = 1 << 15;

    private static readonly Lock s_lock = new();
    private static int s_threads = Environment.ProcessorCount;
    private static ThreadTeam? s_team;

    /// <summary>How many threads work at once, the caller among them; at least 1.</summary>
    internal static int Threads
    {
        get => s_threads;
        set
        {
            lock (s_lock)
            {
                if (value == s_threads)
                    return;
                s_threads = value;
                s_team?.Dispose();
                s_team = null;
            }
        }
    }

    /// <summary>Runs pieces 0 to count - 1, each once, in any order; returns when all are done.</summary>
    internal static void Run(int count, Action<int> piece)
    {
        if (count > 1 && Team() is { } team)
        {
            team.Run(count, piece);
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
        }
        else
        {
            RunPiecesOfElements(count, piece);
        }
    }

    /// <summary>Apart, so that a short loop makes no closure.</summary>
    private static void RunPiecesOfElements(long count, Action<long, int> piece) =>
        Run(checked((int)((count + PieceLength - 1) / PieceLength)), i =>
        {
            var start = (long)i * PieceLength;
            piece(start, (int)Math.Min(PieceLength, count - start));
        });

    /// <summary>The threads that share the work, started when they are needed first; null where the caller works alone.</summary>
    private static ThreadTeam? Team()
    {
        if (Volatile.Read(ref s_team) is { } team)
            return team;
        if (s_threads == 1)
            return null;
        lock (s_lock)
            return s_threads == 1 ? null : s_team ??= new ThreadTeam(s_threads);
    }
}
