using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>The sum or the product of two blocks, element by element.</summary>
internal sealed unsafe class PairStage : Stage
{
    private readonly Elements _a;
    private readonly Elements _b;
    private readonly bool _isProduct;

    private PairStage(Elements a, Elements b, bool isProduct, long count)
        : base(count, 1 + a.Cost + b.Cost) => (_a, _b, _isProduct) = (a, b, isProduct);

    internal static PairStage Of(Storage a, Storage b, bool isProduct, long count) => new(Input(a), Input(b), isProduct, count);

    [SkipLocalsInit]
    private protected override void MakeChunk(long start, int length, float* y)
    {
        var room = stackalloc float[ChunkLength];
        ReadOnlySpan<float> a = new(_a.Read(start, length, y), length), b = new(_b.Read(start, length, room), length);
        if (_isProduct)
            TensorPrimitives.Multiply(a, b, new Span<float>(y, length));
        else
            TensorPrimitives.Add(a, b, new Span<float>(y, length));
    }

    private protected override void ReleaseInputs()
    {
        _a.Dispose();
        _b.Dispose();
    }
}
