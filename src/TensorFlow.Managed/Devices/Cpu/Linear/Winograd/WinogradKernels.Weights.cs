using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <content>The transform of weights.</content>
internal sealed unsafe partial class WinogradKernels<TLanes>
{
    /// <summary>Channels of the source in a piece of work.</summary>
    private const int ChannelsInPiece = 32;

    internal override void TransformWeights(float* kernel, WinogradSides sides, float* weights)
    {
        int phases = Math.Max(sides.SourcePhases, sides.TargetPhases), panels = sides.TargetPanels;
        var parts = (sides.SourceChannels + ChannelsInPiece - 1) / ChannelsInPiece;
        Work.Run(checked(phases * panels * parts), i =>
        {
            var (rest, part) = Math.DivRem(i, parts);
            var (phase, panel) = Math.DivRem(rest, panels);
            var first = part * ChannelsInPiece;
            TransformWeights(kernel, sides, weights, phase, panel, first, Math.Min(sides.SourceChannels, first + ChannelsInPiece));
        });
    }

    [SkipLocalsInit]
    private static void TransformWeights(
        float* kernel, WinogradSides sides, float* weights, int phase, int panel, int firstChannel, int endChannel)
    {
        var taps = stackalloc nint[WinogradTransform.Taps * WinogradTransform.Taps];
        sides.FindTaps(phase, (nint)sides.SourceChannels * sides.TargetChannels, taps);
        var (source, target) = sides.TargetPhases == 1 ? (phase, 0) : (0, phase);
        var columns = sides.ColumnsOf(panel);
        fixed (nint* places = sides.PlacesOf(source, target))
            for (var channel = firstChannel; channel < endChannel; channel++)
            {
                var row = weights + sides.WeightsOf(target, panel) + (nint)channel * PanelColumns;
                for (var number = 0; number < Numbers; number++)
                    if (places[number] >= 0)
                    {
                        // The numbers lie far apart: the processor cannot foresee them, and would wait for every one.
                        Memory.Prefetch(row + places[number] + PanelColumns);
                        Memory.Prefetch(row + places[number] + PanelColumns + PanelColumns / 2);
                    }

                for (var column = 0; column < columns; column += TLanes.Count)
                    WinogradTransform<TLanes>.OfTaps(
                        kernel + (nint)channel * sides.TargetChannels + panel * PanelColumns + column, taps, row + column, places);
            }
    }
}
