namespace FashionGanTf.Generation;

/// <summary>
/// A stream that is only ever added to. A ZIP writer goes back in a file to fill in lengths, and cannot on a network; over this it writes
/// the same bytes to both.
/// </summary>
/// <param name="target">Gets the bytes; it stays open.</param>
internal sealed class ForwardStream(Stream target) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => target.Write(buffer);

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
