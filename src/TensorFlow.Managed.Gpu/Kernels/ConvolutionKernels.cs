using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A <see cref="ConvolutionShape"/>'s numbers, as a kernel takes them.</summary>
internal readonly struct ConvolutionSizes(ConvolutionShape shape)
{
    internal readonly int H = shape.H, W = shape.W, Channels = shape.InputChannels, KernelH = shape.KernelH, KernelW = shape.KernelW;
    internal readonly int StrideH = shape.StrideH, StrideW = shape.StrideW, DilationH = shape.DilationH, DilationW = shape.DilationW;
    internal readonly int PaddingTop = shape.PaddingTop, PaddingLeft = shape.PaddingLeft;
    internal readonly int OutputH = shape.OutputH, OutputW = shape.OutputW;
}

/// <summary>
/// Convolutions as matrix products: a patch is what a place of y sees of x, a row of KernelH KernelW InputChannels numbers, with zeros
/// around the picture. Patches times kernel is y; dy times the kernel transposed gives the patches' gradients, which are added up where
/// they overlap.
/// </summary>
internal static class ConvolutionKernels
{
    /// <summary>patches[n, oh, ow] from x; a group makes a row.</summary>
    internal static void ToPatches(ArrayView<float> x, ArrayView<float> patches, ConvolutionSizes s, int rows)
    {
        var length = s.KernelH * s.KernelW * s.Channels;
        var threads = Group.DimX;
        for (var row = Grid.IdxX; row < rows; row += Grid.DimX)
        {
            var (rest, ow) = (row / s.OutputW, row % s.OutputW);
            var (n, oh) = (rest / s.OutputH, rest % s.OutputH);
            var (top, left) = (oh * s.StrideH - s.PaddingTop, ow * s.StrideW - s.PaddingLeft);
            for (var at = Group.IdxX; at < length; at += threads)
            {
                var (tap, c) = (at / s.Channels, at % s.Channels);
                var (kh, kw) = (tap / s.KernelW, tap % s.KernelW);
                var (h, w) = (top + kh * s.DilationH, left + kw * s.DilationW);
                var isInside = h >= 0 && h < s.H && w >= 0 && w < s.W;
                patches[row * length + at] = isInside ? x[((n * s.H + h) * s.W + w) * s.Channels + c] : 0;
            }
        }
    }

    /// <summary>x[n, h, w, c] = the sum of the patches' elements that stand for it, in the taps' order; a thread makes an element.</summary>
    internal static void FromPatches(ArrayView<float> patches, ArrayView<float> x, ConvolutionSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        var length = s.KernelH * s.KernelW * s.Channels;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / s.Channels, at % s.Channels);
            var (rest, w) = (pixel / s.W, pixel % s.W);
            var (n, h) = (rest / s.H, rest % s.H);
            var sum = 0f;
            for (var kh = 0; kh < s.KernelH; kh++)
            {
                var reachH = h + s.PaddingTop - kh * s.DilationH;
                var oh = reachH / s.StrideH;
                if (reachH < 0 || oh >= s.OutputH || oh * s.StrideH != reachH)
                    continue;
                for (var kw = 0; kw < s.KernelW; kw++)
                {
                    var reachW = w + s.PaddingLeft - kw * s.DilationW;
                    var ow = reachW / s.StrideW;
                    if (reachW >= 0 && ow < s.OutputW && ow * s.StrideW == reachW)
                        sum += patches[((n * s.OutputH + oh) * s.OutputW + ow) * length + (kh * s.KernelW + kw) * s.Channels + c];
                }
            }

            x[at] = sum;
        }
    }
}
