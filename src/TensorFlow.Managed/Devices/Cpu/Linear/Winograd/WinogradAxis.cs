namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>
/// One side of a convolution, or of its gradient to the input, cut into tiles of <see cref="WinogradTransform.Outputs"/> places. With a
/// stride s a side is cut into s phases, the places p, p + s, ... of each p below s. Either the source has phases, whose convolutions with
/// stride 1 are added, or the target has, each of which is one of its own. Place o of the target meets the samples
/// o + <see cref="FirstOffset"/> + k of the source, k = 0, 1, 2.
/// </summary>
/// <param name="SourceLength">Places of the source.</param>
/// <param name="SourcePhases">Phases of the source.</param>
/// <param name="TargetLength">Places of the target.</param>
/// <param name="TargetPhases">Phases of the target.</param>
/// <param name="FirstOffset">Where the first sample of a place lies from it.</param>
/// <param name="Kernel">Taps of the whole kernel.</param>
/// <param name="FirstTap">The tap that phase 0 has for k = 0.</param>
/// <param name="TapStep">Taps from k to k + 1.</param>
internal readonly record struct WinogradAxis(
    int SourceLength, int SourcePhases, int TargetLength, int TargetPhases, int FirstOffset, int Kernel, int FirstTap, int TapStep)
{
    /// <summary>How many tiles cover a phase of the target.</summary>
    internal int Tiles =>
        ((TargetLength + TargetPhases - 1) / TargetPhases + WinogradTransform.Outputs - 1) / WinogradTransform.Outputs;

    /// <summary>The side of a convolution; null where a phase's taps do not lie within three.</summary>
    internal static WinogradAxis? Of(int length, int results, int kernel, int stride, int padding)
    {
        var (first, last) = (FloorDivide(-padding, stride), FloorDivide(kernel - 1 - padding, stride));
        return last - first < WinogradTransform.Taps
            ? new WinogradAxis(length, stride, results, 1, first, kernel, first * stride + padding, stride)
            : null;
    }

    /// <summary>The same side of the gradient to the input: what was the source is the target, and taps come in reverse.</summary>
    internal WinogradAxis Transposed() => new(
        TargetLength, TargetPhases, SourceLength, SourcePhases, -FirstOffset - WinogradTransform.Taps + 1, Kernel,
        FirstTap + (WinogradTransform.Taps - 1) * TapStep, -TapStep);

    /// <summary>The kernel's tap that a phase has for k, or -1 where it has none.</summary>
    internal int Tap(int phase, int k)
    {
        var tap = FirstTap + k * TapStep + phase;
        return (uint)tap < Kernel ? tap : -1;
    }

    /// <summary>Whether a phase's transformed weights are 0 for one of the transform's numbers: the first has the first tap only, the last
    /// the last one.</summary>
    internal bool IsZero(int phase, int number) => number switch
    {
        0 => Tap(phase, 0) < 0,
        WinogradTransform.Samples - 1 => Tap(phase, WinogradTransform.Taps - 1) < 0,
        _ => false,
    };

    /// <summary>The place of a sample of a tile, or -1 outside the picture.</summary>
    internal int SourcePlace(int tile, int phase, int sample)
    {
        var index = tile * WinogradTransform.Outputs + FirstOffset + sample;
        var place = index * SourcePhases + phase;
        return index >= 0 && place < SourceLength ? place : -1;
    }

    /// <summary>The place of a result of a tile, or -1 outside the picture.</summary>
    internal int TargetPlace(int tile, int phase, int output)
    {
        var place = (tile * WinogradTransform.Outputs + output) * TargetPhases + phase;
        return place < TargetLength ? place : -1;
    }

    private static int FloorDivide(int dividend, int divisor) => (int)Math.Floor((double)dividend / divisor);
}
