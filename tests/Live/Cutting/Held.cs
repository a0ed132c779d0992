namespace StreamPlatform.Live.Tests.Cutting;

/// <summary>A pipe whose writer has written so much and no more yet.</summary>
internal sealed class Held(byte[] bytes) : MemoryStream(bytes)
{
    private readonly SemaphoreSlim _released = new(0);
    private volatile int _limit;

    public void Release(int limit)
    {
        _limit = limit;
        _released.Release();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Position == _limit && _limit < Length)
            await _released.WaitAsync(cancellationToken);
        return Read(buffer.Span[..(int)Math.Min(buffer.Length, _limit - Position)]);
    }
}
