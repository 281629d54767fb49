namespace Tensorflow.Devices.Cpu;

/// <summary>This computer's processor. Its parts only hand on to the kernels, which know pointers and sizes and no tensors.</summary>
internal sealed unsafe partial class CpuDevice() : Device("CPU:0", "this computer's processor")
{
    internal override void CopyFromHost(ReadOnlySpan<byte> source, Storage target, long targetOffset) =>
        source.CopyTo(new Span<byte>(target.As<byte>() + targetOffset, source.Length));

    internal override void CopyToHost(Storage source, long sourceOffset, Span<byte> target) =>
        new ReadOnlySpan<byte>(source.As<byte>() + sourceOffset, target.Length).CopyTo(target);

    internal override void Copy(Storage source, long sourceOffset, Storage target, long targetOffset, long bytes) =>
        Buffer.MemoryCopy(source.As<byte>() + sourceOffset, target.As<byte>() + targetOffset, bytes, bytes);

    protected override nint Allocate(long bytes) => LargePages.Allocate(bytes);
}
