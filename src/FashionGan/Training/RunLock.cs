using System.Diagnostics;
using System.Globalization;

namespace FashionGanTf.Training;

/// <summary>
/// The right to write to a run's folder. The operating system holds it for the process and takes it back when the process ends, however it
/// ends. The file <c>run/lock</c> stays behind: removing it would let two in at once, one that had opened it and one that makes it anew.
/// </summary>
public sealed class RunLock : IDisposable
{
    /// <summary>What systems say of a file that another one has locked: Windows, Linux, macOS.</summary>
    private static readonly int[] s_taken = [unchecked((int)0x80070020), 11, 35];

    /// <summary>Who only looks whether a lock is held keeps it for less than this.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a run.</summary>
    /// <param name="folders">The run; its folders exist.</param>
    /// <exception cref="IOException">Another training has it, in this process or another;
    /// the message is one line that names the folder and the process.</exception>
    public static RunLock Take(RunFolders folders)
    {
        // Nobody else can open the locked file, so its holder's number stands in another one.
        var holder = Path.Combine(folders.Run, RunFolders.LockHolder);
        try
        {
            var file = Open(Path.Combine(folders.Run, RunFolders.Lock));
            try
            {
                File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                return new RunLock(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException error) when (IsTaken(error))
        {
            throw new IOException($"Another training, {Holder(holder)}, is writing to {folders.Root}; wait for its end, or choose " +
                $"another folder with --out.", error);
        }
    }

    /// <summary>
    /// Whether a training has the lock now. The number in <c>run/lock.pid</c> tells nothing of that: its process may have been killed,
    /// and another one has the number, as in a container, where the program always is process 1.
    /// </summary>
    /// <param name="folders">The run; its folders need not exist.</param>
    public static bool IsHeld(RunFolders folders)
    {
        try
        {
            // Shared with others who look.
            using var file = new FileStream(Path.Combine(folders.Run, RunFolders.Lock), FileMode.Open, FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete, 1);
            return false;
        }
        catch (IOException error) when (IsTaken(error))
        {
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nobody ever took it, or it cannot be told.
            return false;
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether an error says that somebody else has locked a file.</summary>
    internal static bool IsTaken(IOException error) => s_taken.Contains(error.HResult);

    private static FileStream Open(string path)
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(20))
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException error) when (IsTaken(error) && clock.Elapsed < s_patience)
            {
                // Somebody may just be looking whether it is held.
            }
    }

    private static string Holder(string path)
    {
        try
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            var text = new char[16];
            var length = file.ReadBlock(text);
            if (int.TryParse(text.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var process))
                return $"process {process}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // That there is another one is what counts.
        }

        return "a process whose number is not known";
    }
}
