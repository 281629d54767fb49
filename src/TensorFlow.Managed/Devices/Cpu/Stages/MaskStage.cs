namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>Dropout by bits that were drawn before, and its gradient, which is the same.</summary>
internal sealed unsafe class MaskStage : Stage
{
    private readonly Elements _x;
    private readonly Storage _kept;
    private readonly byte* _bits;
    private readonly float _scale;

    private MaskStage(Elements x, Storage kept, long count, float scale)
        : base(count, 1 + x.Cost)
    {
        (_x, _kept, _scale) = (x, kept.AddReference(), scale);
        _bits = kept.As<byte>();
    }

    internal static MaskStage Of(Storage x, Storage kept, long count, float scale) => new(Input(x), kept, count, scale);

    private protected override void MakeChunk(long start, int length, float* y) =>
        DropoutKernels.Mask(_x.Read(start, length, y), _bits, start, y, length, _scale);

    private protected override void ReleaseInputs()
    {
        _x.Dispose();
        _kept.Release();
    }
}
