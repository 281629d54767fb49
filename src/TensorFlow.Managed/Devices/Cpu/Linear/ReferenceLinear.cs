namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>The plain loops, straight from the definitions: what the others must compute bit for bit,
/// and what runs where nothing else does.</summary>
internal sealed unsafe class ReferenceLinear : LinearKernels
{
    internal override string Name => "reference";

    internal override bool IsSupported => true;

    internal override void MatMul(float* a, float* b, float* y, MatMulShape shape)
    {
        var (batch, rows, columns, depth, transposeA, transposeB) = shape;
        Work.Run(checked(batch * rows), row =>
        {
            var (product, m) = Math.DivRem(row, rows);
            float* pa = a + (nint)product * rows * depth, pb = b + (nint)product * depth * columns;
            for (var n = 0; n < columns; n++)
            {
                var sum = 0f;
                for (var k = 0; k < depth; k++)
                    sum = MathF.FusedMultiplyAdd(
                        pa[transposeA ? (nint)k * rows + m : (nint)m * depth + k],
                        pb[transposeB ? (nint)n * depth + k : (nint)k * columns + n],
                        sum);
                y[(nint)row * columns + n] = sum;
            }
        });
    }

    internal override long ForwardScratch(ConvolutionShape shape) => 0;

    internal override void Forward(float* x, float* kernel, float* y, ConvolutionShape s, float* scratch) =>
        Work.Run(checked(s.N * s.OutputH), row =>
    {
        var (n, oh) = Math.DivRem(row, s.OutputH);
        for (var ow = 0; ow < s.OutputW; ow++)
            for (var co = 0; co < s.OutputChannels; co++)
            {
                var sum = 0f;
                for (var kh = 0; kh < s.KernelH; kh++)
                    for (var kw = 0; kw < s.KernelW; kw++)
                    {
                        var (h, w) = (oh * s.StrideH + kh * s.DilationH - s.PaddingTop, ow * s.StrideW + kw * s.DilationW - s.PaddingLeft);
                        if ((uint)h >= s.H || (uint)w >= s.W)
                            continue;
                        for (var ci = 0; ci < s.InputChannels; ci++)
                            sum = MathF.FusedMultiplyAdd(
                                x[n * s.InputLength + ((nint)h * s.W + w) * s.InputChannels + ci],
                                kernel[(((nint)kh * s.KernelW + kw) * s.InputChannels + ci) * s.OutputChannels + co],
                                sum);
                    }

                y[((nint)row * s.OutputW + ow) * s.OutputChannels + co] = sum;
            }
    });

    internal override long InputGradientScratch(ConvolutionShape shape) => 0;

    internal override void InputGradient(float* kernel, float* dy, float* dx, ConvolutionShape s, float* scratch) =>
        Work.Run(checked(s.N * s.H), row =>
    {
        var (n, h) = Math.DivRem(row, s.H);
        for (var w = 0; w < s.W; w++)
            for (var ci = 0; ci < s.InputChannels; ci++)
            {
                float total = 0, sum = 0;
                for (var kh = s.KernelH - 1; kh >= 0; kh--)
                    for (var kw = s.KernelW - 1; kw >= 0; kw--)
                    {
                        var (oh, remainderH) = Math.DivRem(h + s.PaddingTop - kh * s.DilationH, s.StrideH);
                        var (ow, remainderW) = Math.DivRem(w + s.PaddingLeft - kw * s.DilationW, s.StrideW);
                        if (remainderH != 0 || remainderW != 0 || (uint)oh >= s.OutputH || (uint)ow >= s.OutputW)
                            continue;
                        for (var co = 0; co < s.OutputChannels; co++)
                            sum = MathF.FusedMultiplyAdd(
                                dy[n * s.OutputLength + ((nint)oh * s.OutputW + ow) * s.OutputChannels + co],
                                kernel[(((nint)kh * s.KernelW + kw) * s.InputChannels + ci) * s.OutputChannels + co],
                                sum);
                        if (s.HasFewInputChannels)
                            (total, sum) = (total + sum, 0);
                    }

                dx[((nint)row * s.W + w) * s.InputChannels + ci] = total + sum;
            }
    });

    internal override long FilterGradientScratch(ConvolutionShape shape) => 0;

    internal override void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch) =>
        Work.Run(checked(s.KernelH * s.KernelW * s.InputChannels), row =>
        {
            var (tap, ci) = Math.DivRem(row, s.InputChannels);
            var (kh, kw) = Math.DivRem(tap, s.KernelW);
            for (var co = 0; co < s.OutputChannels; co++)
            {
                var total = 0f;
                for (var group = 0; group < s.N; group += s.PicturesInGroup)
                {
                    var sum = 0f;
                    for (var n = group; n < Math.Min(s.N, group + s.PicturesInGroup); n++)
                        for (var oh = 0; oh < s.OutputH; oh++)
                            for (var ow = 0; ow < s.OutputW; ow++)
                            {
                                var (h, w) =
                                    (oh * s.StrideH + kh * s.DilationH - s.PaddingTop, ow * s.StrideW + kw * s.DilationW - s.PaddingLeft);
                                var isInside = (uint)h < s.H && (uint)w < s.W;
                                if (isInside || s.HasFewInputChannels)
                                    sum = MathF.FusedMultiplyAdd(
                                        isInside ? x[n * s.InputLength + ((nint)h * s.W + w) * s.InputChannels + ci] : 0,
                                        dy[n * s.OutputLength + ((nint)oh * s.OutputW + ow) * s.OutputChannels + co],
                                        sum);
                            }

                    total += sum;
                }

                dkernel[(nint)row * s.OutputChannels + co] = total;
            }
        });
}
