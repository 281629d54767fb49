using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>The leaky rectifier's gradient.</summary>
internal sealed unsafe class LeakyReluGradientStage : Stage
{
    private readonly Elements _dy;
    private readonly Elements _x;
    private readonly float _slope;

    private LeakyReluGradientStage(Elements dy, Elements x, long count, float slope)
        : base(count, 1 + dy.Cost + x.Cost) => (_dy, _x, _slope) = (dy, x, slope);

    internal static LeakyReluGradientStage Of(Storage dy, Storage x, long count, float slope) => new(Input(dy), Input(x), count, slope);

    [SkipLocalsInit]
    private protected override void MakeChunk(long start, int length, float* y)
    {
        var room = stackalloc float[ChunkLength];
        float* dy = _dy.Read(start, length, y), x = _x.Read(start, length, room);
        LeakyReluKernels.Gradient(new ReadOnlySpan<float>(dy, length), new ReadOnlySpan<float>(x, length), new Span<float>(y, length),
            _slope);
    }

    private protected override void ReleaseInputs()
    {
        _dy.Dispose();
        _x.Dispose();
    }
}
