namespace StreamPlatform.Live.Tests.Cutting;

/// <summary>Hands bytes out in pieces of given sizes, over and over.</summary>
internal sealed class Dripping(byte[] bytes, int[] sizes) : MemoryStream(bytes)
{
    private int _reads;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, sizes[_reads++ % sizes.Length])]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
