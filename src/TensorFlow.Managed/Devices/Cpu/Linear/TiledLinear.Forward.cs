namespace Tensorflow.Devices.Cpu.Linear;

/// <content>The convolution itself: a place of y gathers places of x.</content>
internal sealed unsafe partial class TiledLinear
{
    internal override long ForwardScratch(ConvolutionShape s) =>
        (long)s.KernelH * s.KernelW * s.InputChannels * Pieces(s.OutputChannels, tile.Columns) * tile.Columns;

    internal override void Forward(float* x, float* kernel, float* y, ConvolutionShape s, float* scratch)
    {
        if (s.IsMatrixProduct)
        {
            // Rows are places, not pictures, so that few pictures fill the tiles, too.
            MatMul(x, kernel, y, new MatMulShape(1, checked(s.N * s.H * s.W), s.OutputChannels, s.InputChannels, false, false));
            return;
        }

        nint depth = (nint)s.KernelH * s.KernelW * s.InputChannels;
        Work.Run(Pieces(s.OutputChannels, tile.Columns), panel =>
        {
            var first = panel * tile.Columns;
            PackPanel(kernel + first, s.OutputChannels, 1, depth, Math.Min(tile.Columns, s.OutputChannels - first),
                scratch + first * depth);
        });
        Gather(
            new ForwardTaps(s.KernelH, s.StrideH, s.DilationH, s.PaddingTop),
            new ForwardTaps(s.KernelW, s.StrideW, s.DilationW, s.PaddingLeft),
            new Pictures(x, s.N, s.H, s.W, s.InputChannels), scratch, new Pictures(y, s.N, s.OutputH, s.OutputW, s.OutputChannels));
    }
}
