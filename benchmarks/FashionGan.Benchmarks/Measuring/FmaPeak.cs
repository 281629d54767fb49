using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Tensorflow.Devices.Cpu;
using Tensorflow.Devices.Cpu.Linear;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>
/// The most float32 arithmetic that the threads of a run can do: fused multiply-adds in registers, on the threads that the kernels use,
/// with the widest instructions that the processor has. It is probed between the steps that are measured, so that a change of clock, or a
/// neighbour's load, shows in both.
/// </summary>
internal sealed class FmaPeak
{
    /// <summary>Chains side by side: more than latency times units (4 x 2 on current processors), few enough for 16 registers.</summary>
    private const int Chains = 12;

    /// <summary>A piece takes about a millisecond.</summary>
    private const int Rounds = 200_000;

    private const int PiecesPerThread = 4;
    private const int BurstsPerProbe = 4;

    private readonly Func<int, float> _piece;
    private readonly int _lanes;
    private readonly List<double> _probes = [];
    private readonly float[] _sinks = new float[Work.Threads * PiecesPerThread];

    internal FmaPeak()
    {
        (Instructions, _lanes, _piece) =
            Avx512F.IsSupported ? ("AVX-512", 16, Piece<Lanes512>)
            : Fma.IsSupported ? ("AVX2 + FMA", 8, Piece<Lanes256>)
            : (AdvSimd.IsSupported ? "NEON" : "Vector128", 4, (Func<int, float>)Piece<Lanes128>);
        // The clock rises, the code is compiled.
        Probe();
        _probes.Clear();
    }

    /// <summary>What it is measured with.</summary>
    internal string Instructions { get; }

    /// <summary>The median of the probes, in GFLOP/s.</summary>
    internal double Gflops => Median.Of(_probes);

    /// <summary>The slowest probe.</summary>
    internal double Lowest => _probes.Min();

    /// <summary>The fastest probe.</summary>
    internal double Highest => _probes.Max();

    /// <summary>Measures once more: the best of a few bursts of some milliseconds.</summary>
    internal void Probe()
    {
        var flop = 2.0 * Chains * _lanes * Rounds * _sinks.Length;
        var best = 0.0;
        for (var burst = 0; burst < BurstsPerProbe; burst++)
        {
            var start = Stopwatch.GetTimestamp();
            Work.Run(_sinks.Length, i => _sinks[i] = _piece(Rounds));
            best = Math.Max(best, flop / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        _probes.Add(best);
    }

    /// <summary>Chains * rounds * lanes multiplications and additions. The values run to a fixed point: none becomes denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe float Piece<T>(int rounds) where T : unmanaged, ILanes<T>
    {
        T m = T.Broadcast(0.5f), c = T.Broadcast(1);
        T a0 = c, a1 = c, a2 = c, a3 = c, a4 = c, a5 = c, a6 = c, a7 = c, a8 = c, a9 = c, a10 = c, a11 = c;
        for (var i = 0; i < rounds; i++)
        {
            a0 = T.MultiplyAdd(a0, m, c);
            a1 = T.MultiplyAdd(a1, m, c);
            a2 = T.MultiplyAdd(a2, m, c);
            a3 = T.MultiplyAdd(a3, m, c);
            a4 = T.MultiplyAdd(a4, m, c);
            a5 = T.MultiplyAdd(a5, m, c);
            a6 = T.MultiplyAdd(a6, m, c);
            a7 = T.MultiplyAdd(a7, m, c);
            a8 = T.MultiplyAdd(a8, m, c);
            a9 = T.MultiplyAdd(a9, m, c);
            a10 = T.MultiplyAdd(a10, m, c);
            a11 = T.MultiplyAdd(a11, m, c);
        }

        // Something of each chain must be left, or the compiler might leave the chain out.
        var end = T.MultiplyAdd(
            T.MultiplyAdd(T.MultiplyAdd(a0, a1, a2), a3, a4), T.MultiplyAdd(T.MultiplyAdd(a5, a6, a7), a8, a9), T.MultiplyAdd(a10, a11, c));
        return *(float*)&end;
    }
}
