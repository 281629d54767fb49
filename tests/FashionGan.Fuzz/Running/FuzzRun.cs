using System.Diagnostics;
using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Fuzz.Mutation;

namespace FashionGanTf.Fuzz.Running;

/// <summary>A number of inputs of one format, read one after the other on a thread of their own while another watches the clock.</summary>
internal sealed class FuzzRun(FuzzFormat format, long seed, long start, long count)
{
    /// <summary>More of a kind tell nothing new.</summary>
    private const int MostFindings = 20;

    private readonly List<FuzzFinding> _findings = [];
    private byte[] _input = [];
    private long _number;
    private long _inputBegan = Stopwatch.GetTimestamp();

    /// <summary>How long one input may take. Reading takes microseconds;
    /// this is for what never ends, on the slowest and busiest machine.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many inputs were read as valid files.</summary>
    internal long Valid { get; private set; }

    /// <summary>How many inputs were tried.</summary>
    internal long Tried { get; private set; }

    /// <summary>Runs all; gives what was wrong.</summary>
    internal IReadOnlyList<FuzzFinding> Run()
    {
        var worker = new Thread(Work) { IsBackground = true, Name = "fuzz" };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(200)))
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _inputBegan)) > Patience)
                // The thread cannot be stopped; the finding ends the run.
                return [.. _findings, new FuzzFinding(format.Name, seed, Volatile.Read(ref _number), Volatile.Read(ref _input),
                    $"was not read after {Patience.TotalSeconds:0} s")];
        return _findings;
    }

    private void Work()
    {
        // What the reader makes once, tables and compiled code, counts for no input.
        foreach (var valid in format.Seeds)
            _ = Verdict.Of(format, valid, out _);

        for (var number = start; number < start + count && _findings.Count < MostFindings; number++)
        {
            var input = format.MakeInput(new FuzzRandom(seed, number));
            Volatile.Write(ref _number, number);
            Volatile.Write(ref _input, input);
            Volatile.Write(ref _inputBegan, Stopwatch.GetTimestamp());
            var fault = Verdict.Of(format, input, out var read);
            Tried++;
            Valid += read ? 1 : 0;
            if (fault is not null)
                _findings.Add(new FuzzFinding(format.Name, seed, number, input, fault));
        }
    }
}
