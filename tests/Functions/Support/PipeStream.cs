using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace StreamPlatform.Functions.Tests.Support;

/// <summary>What the client has got so far; lets time pass only while the stream waits for it.</summary>
internal sealed class PipeStream : MemoryStream
{
    private readonly Lock _gate = new();

    public string Text
    {
        get
        {
            lock (_gate)
                return Encoding.UTF8.GetString(ToArray());
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public async Task WaitForAsync(string text, FakeTimeProvider clock)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (Text.Contains(text, StringComparison.Ordinal))
                return;
            await TickAsync(clock, TimeSpan.FromMilliseconds(500));
        }

        throw new TimeoutException($"Never came: {text}. Got: {Text}");
    }

    public async Task TickAsync(FakeTimeProvider clock, TimeSpan by)
    {
        clock.Advance(by);
        await Task.Delay(5);
    }
}
