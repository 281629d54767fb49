using System.Diagnostics;

namespace FashionGanTf.Distributed;

/// <summary>Knows how long a call has been waiting for other processes.</summary>
internal sealed class MeetingClock
{
    /// <summary>How many looks it takes at a wait that becomes too long.</summary>
    private const int Looks = 20;

    /// <summary>When the call that waits began; 0 while none does.</summary>
    private long _since;

    /// <summary>A wait, which ends when that is disposed of.</summary>
    internal Waiting Wait()
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        return new Waiting(this);
    }

    /// <summary>Tells something once when a wait is too long.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="late">What is told, and after how long others that began to wait at the same time have been told, too.</param>
    internal void Watch(TimeSpan longest, Action<TimeSpan> late)
    {
        var interval = longest / Looks;
        new Thread(() =>
        {
            long since;
            do
                Thread.Sleep(interval);
            while ((since = Volatile.Read(ref _since)) == 0 || Stopwatch.GetElapsedTime(since) < longest);
            late(2 * interval);
        })
        { IsBackground = true, Name = "Watch over MPI" }.Start();
    }

    /// <summary>A call that waits.</summary>
    internal readonly ref struct Waiting(MeetingClock clock)
    {
        public void Dispose() => Volatile.Write(ref clock._since, 0);
    }
}
