using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>One number added to all elements, or multiplied by them.</summary>
internal sealed unsafe class NumberStage : Stage
{
    private readonly Elements _x;
    private readonly float _number;
    private readonly bool _isProduct;

    private NumberStage(Elements x, float number, bool isProduct, long count)
        : base(count, 1 + x.Cost) => (_x, _number, _isProduct) = (x, number, isProduct);

    internal static NumberStage Of(Storage x, Storage number, bool isProduct, long count) =>
        new(Input(x), *number.As<float>(), isProduct, count);

    private protected override void MakeChunk(long start, int length, float* y)
    {
        var x = new ReadOnlySpan<float>(_x.Read(start, length, y), length);
        if (_isProduct)
            TensorPrimitives.Multiply(x, _number, new Span<float>(y, length));
        else
            TensorPrimitives.Add(x, _number, new Span<float>(y, length));
    }

    private protected override void ReleaseInputs() => _x.Dispose();
}
