using FashionGanTf.Training;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>Lets one process at a time make a file. The system takes the lock back when the process ends, however it ends.</summary>
internal static class CacheLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until nobody else has the lock, then takes it.</summary>
    /// <param name="path">The lock's file. It goes with the lock: where two meet at that moment both make the file, and one of two whole
    /// files stays.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static IDisposable Take(string path, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException error) when (RunLock.IsTaken(error))
            {
                stop.WaitHandle.WaitOne(s_pause);
            }
        }
    }
}
