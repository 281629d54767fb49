using System.Globalization;
using FashionGanTf.Benchmarks.Text;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>How fast and how exact single convolutions are. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record ConvolutionReport
{
    public required string Processor { get; init; }

    public required string Instructions { get; init; }

    public required int Threads { get; init; }

    public required int Rounds { get; init; }

    public required IReadOnlyList<ConvolutionPass> Passes { get; init; }

    /// <summary>For people.</summary>
    internal string ToText()
    {
        var table = new TextTable("<shape", "<pass", "<kernel", ">ms", ">GFLOP/s", ">peak", ">share", ">of direct", ">of ONNX Runtime",
            ">error", ">direct's");
        foreach (var pass in Passes)
            table.Add(
                pass.Shape, pass.Pass, pass.Kernel, Number(pass.Ms, "0.000"), Number(pass.Gflops, "0.0"),
                Number(pass.FmaPeakGflops, "0.0"), Number(pass.ShareOfPeak, "0.00"), Number(pass.DirectMs / pass.Ms, "0.00 x"),
                pass.OnnxRuntimeMs is { } other ? Number(other / pass.Ms, "0.00 x") : "", Number(pass.Error, "0.0e-0"),
                Number(pass.DirectError, "0.0e-0"));
        var heading = Threads == 1 ? "Convolutions on 1 thread, processor time" : $"Convolutions on {Threads} threads";
        var rounds = Rounds == 1 ? "1 round" : $"{Rounds} rounds";
        return $"{heading}, the fastest runs of {rounds}: {Processor}, {Instructions}\n{table}";
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>One pass of one convolution.</summary>
/// <param name="Shape">The sizes of pictures and kernel.</param>
/// <param name="Pass"><c>forward</c>, <c>input gradient</c> or <c>kernel gradient</c>.</param>
/// <param name="Kernel">The kernel that is chosen.</param>
/// <param name="Ms">Milliseconds with it.</param>
/// <param name="Gflops">Products whose both factors are data, two operations each, in a second: those of the direct sum, whichever
/// kernel computes it.</param>
/// <param name="FmaPeakGflops">What the threads could do at most: the fastest of the probes between the runs.</param>
/// <param name="DirectMs">Milliseconds with the direct kernel.</param>
/// <param name="OnnxRuntimeMs">Milliseconds of ONNX Runtime; null where it has no such operation.</param>
/// <param name="Error">The largest of some elements' differences from sums in double precision, of the largest element.</param>
/// <param name="DirectError">That of the direct kernel.</param>
internal sealed record ConvolutionPass(
    string Shape, string Pass, string Kernel, double Ms, double Gflops, double FmaPeakGflops, double DirectMs, double? OnnxRuntimeMs,
    double Error, double DirectError)
{
    public double ShareOfPeak => Gflops / FmaPeakGflops;
}
