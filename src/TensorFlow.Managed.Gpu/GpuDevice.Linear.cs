using ILGPU;
using ILGPU.Runtime;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

/// <content>
/// Convolutions are matrix products of patches (<see cref="ConvolutionKernels"/>), of as many pictures at once as their patches have
/// room. cuBLAS chooses a product's order of sums by its sizes, so a picture's bits may depend on its batch, within the tolerance that
/// docs/gpu.md states.
/// </content>
internal sealed partial class GpuDevice
{
    /// <summary>The most bytes that patches of a convolution take at once.</summary>
    internal long RoomForPatches { get; set; } = 1L << 30;

    internal override void MatMul(Storage a, Storage b, Storage y, MatMulShape shape)
    {
        if (shape.K == 0)
            Fill(TF_DataType.TF_FLOAT, y, (long)shape.Batch * shape.M * shape.N, 0);
        else if (shape is { Batch: > 0, M: > 0, N: > 0 })
            MatMul(View<float>(a), View<float>(b), View<float>(y), shape, adds: false);
    }

    internal override void Conv2D(Storage x, Storage kernel, Storage y, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        EachPatches(x, shape, (first, count, patches) => MatMul(
            patches, View<float>(kernel), View<float>(y, first * shape.OutputLength),
            new MatMulShape(1, count * pixels, shape.OutputChannels, length, TransposeA: false, TransposeB: false), adds: false));
    }

    internal override void Conv2DBackpropInput(Storage kernel, Storage dy, Storage dx, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        var isDense = IsDense(shape);
        var room = isDense ? null : Rent(PicturesAtOnce(shape) * BytesOfPatches(shape));
        foreach (var (first, count) in Parts(shape))
        {
            MatMul(
                View<float>(dy, first * shape.OutputLength), View<float>(kernel),
                isDense ? View<float>(dx, first * shape.InputLength) : View<float>(room!),
                new MatMulShape(1, count * pixels, length, shape.OutputChannels, TransposeA: false, TransposeB: true), adds: false);
            if (isDense)
                continue;
            if (HasLanes(shape))
                FromPatches<Float4>(room!, dx, shape, first, count, lanes: 4);
            else
                FromPatches<Float1>(room!, dx, shape, first, count, lanes: 1);
        }

        room?.Release();
    }

    internal override void Conv2DBackpropFilter(Storage x, Storage dy, Storage dkernel, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        if (shape.N * pixels == 0)
            Fill(TF_DataType.TF_FLOAT, dkernel, shape.KernelLength, 0);
        EachPatches(x, shape, (first, count, patches) => MatMul(
            patches, View<float>(dy, first * shape.OutputLength), View<float>(dkernel),
            new MatMulShape(1, length, shape.OutputChannels, count * pixels, TransposeA: true, TransposeB: false), adds: first > 0));
    }

    /// <summary>Calls a function for parts of the batch, each with its first picture, their number and their patches. Those of a batch
    /// that is one part stay with x: both passes over a layer's inputs want them.</summary>
    private void EachPatches(Storage x, ConvolutionShape shape, Action<int, int, ArrayView<float>> part)
    {
        if (IsDense(shape))
        {
            foreach (var (first, count) in Parts(shape))
                part(first, count, View<float>(x, first * shape.InputLength));
            return;
        }

        var kind = shape with { OutputChannels = 0 };
        if (x.FormOf(kind) is { } kept)
        {
            part(0, shape.N, View<float>(kept));
            return;
        }

        var bytes = PicturesAtOnce(shape) * BytesOfPatches(shape);
        var room = Rent(bytes);
        foreach (var (first, count) in Parts(shape))
        {
            if (HasLanes(shape))
                ToPatches<Float4>(x, room, shape, first, count, lanes: 4);
            else
                ToPatches<Float1>(x, room, shape, first, count, lanes: 1);
            part(first, count, View<float>(room));
        }

        // A larger batch would be at the card's end sooner.
        if (shape.N > 0 && PicturesAtOnce(shape) == shape.N && BytesTaken < _accelerator.MemorySize / 4)
            x.KeepForm(kind, room);
        else
            room.Release();
    }

    /// <summary>Parts of a batch whose patches have room at once: the first picture of each and how many it has.</summary>
    private IEnumerable<(int First, int Count)> Parts(ConvolutionShape shape)
    {
        if (BytesOfPatches(shape) == 0 || shape.OutputChannels == 0)
            yield break;
        var most = PicturesAtOnce(shape);
        for (var first = 0; first < shape.N; first += most)
            yield return (first, Math.Min(most, shape.N - first));
    }

    private int PicturesAtOnce(ConvolutionShape shape) =>
        (int)Math.Clamp(RoomForPatches / Math.Max(1, BytesOfPatches(shape)), 1, Math.Max(1, shape.N));

    private static long BytesOfPatches(ConvolutionShape shape) =>
        (long)shape.OutputH * shape.OutputW * PatchLength(shape) * sizeof(float);

    private void ToPatches<T>(Storage x, Storage patches, ConvolutionShape shape, int first, int count, int lanes)
        where T : unmanaged, ILanes<T>
    {
        var channels = (long)count * shape.OutputH * shape.OutputW * shape.InputChannels / lanes;
        Launch(
            ConvolutionKernels.ToPatches, Each(channels), View<T>(x, first * shape.InputLength / lanes), View<T>(patches),
            new ConvolutionSizes(shape, lanes), Count(channels));
    }

    private void FromPatches<T>(Storage patches, Storage x, ConvolutionShape shape, int first, int count, int lanes)
        where T : unmanaged, ILanes<T>
    {
        var elements = count * shape.InputLength / lanes;
        Launch(
            shape is { DilationH: 1, DilationW: 1 } ? ConvolutionKernels.FromPatches : ConvolutionKernels.FromDilatedPatches<T>,
            Each(elements), View<T>(patches), View<T>(x, first * shape.InputLength / lanes),
            new ConvolutionSizes(shape, lanes), Count(elements));
    }

    /// <summary>Whether channels can be moved by four.</summary>
    private static bool HasLanes(ConvolutionShape shape) => shape.InputChannels % 4 == 0;

    private void MatMul(ArrayView<float> a, ArrayView<float> b, ArrayView<float> y, MatMulShape shape, bool adds)
    {
        if (UsesCublas)
        {
            using (Send(GpuWork.Product, Listener is null ? "" : NameOf(shape)))
            {
                _accelerator.Bind();
                _cublas!.MatMul(Address(a), Address(b), Address(y), shape, adds ? 1 : 0);
            }

            return;
        }

        var side = IsCard ? MatMulKernels.MostSide : 2;
        var tiles = (long)shape.Batch * ((shape.M + 4 * side - 1) / (4 * side)) * ((shape.N + 4 * side - 1) / (4 * side));
        Launch(
            MatMulKernels.MatMul, new KernelConfig((int)Math.Min(tiles, 1 << 20), side * side), a, b, y,
            new ProductSizes(shape.M, shape.N, shape.K, shape.TransposeA, shape.TransposeB, adds), shape.Batch);
    }

    /// <summary>A kernel of one tap at each place: a matrix product of x as it lies.</summary>
    private static bool IsDense(ConvolutionShape shape) =>
        shape is { KernelH: 1, KernelW: 1, StrideH: 1, StrideW: 1, PaddingTop: 0, PaddingLeft: 0 };

    private static int PatchLength(ConvolutionShape shape) => shape.KernelH * shape.KernelW * shape.InputChannels;

    private static string NameOf(MatMulShape shape) =>
        $"product {shape.Batch} x {shape.M} x {shape.N} x {shape.K}{(shape.TransposeA ? " A'" : "")}{(shape.TransposeB ? " B'" : "")}";

    private static unsafe nint Address(ArrayView<float> view) => (nint)view.LoadEffectiveAddressAsPtr();
}
