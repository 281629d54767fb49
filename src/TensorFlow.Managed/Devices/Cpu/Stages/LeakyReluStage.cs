namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>The leaky rectifier.</summary>
internal sealed unsafe class LeakyReluStage : Stage
{
    private readonly Elements _x;
    private readonly float _slope;

    private LeakyReluStage(Elements x, long count, float slope)
        : base(count, 1 + x.Cost) => (_x, _slope) = (x, slope);

    internal static LeakyReluStage Of(Storage x, long count, float slope) => new(Input(x), count, slope);

    private protected override void MakeChunk(long start, int length, float* y) =>
        LeakyReluKernels.Forward(new ReadOnlySpan<float>(_x.Read(start, length, y), length), new Span<float>(y, length), _slope);

    private protected override void ReleaseInputs() => _x.Dispose();
}
