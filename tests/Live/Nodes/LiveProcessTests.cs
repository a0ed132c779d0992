using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Stores;
using StreamPlatform.Local.Tests.Host;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>The program itself, as a process beside the one that has the platform's stores open.</summary>
public sealed class LiveProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _data = new();
    private readonly ServiceProvider _stores;

    public LiveProcessTests() => _stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddLocalStores(Path.Combine(_data.Path, "db")).BuildServiceProvider();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stores.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_stream_is_on_air_while_its_encoder_sends_and_idle_after_the_node_was_stopped()
    {
        var streams = new LiveStreams(_stores.GetRequiredService<IDocuments>(), LiveOptions.From("rtmp://127.0.0.1/live"), TimeProvider.System);
        var (created, key) = (await streams.CreateAsync("owner", new NewLiveStream("Match"), default)).Value;
        using var node = Start(("Live__DataFolder", _data.Path), ("Live__Address", "127.0.0.1"), ("Live__RtmpPort", "0"), ("Live__HttpPort", "0"), ("Live__Heights", "144"), ("Live__DrainSeconds", "0"));
        var rtmp = await AddressAsync(node);
        using var encoder = Pushing.Start(rtmp, key, seconds: 600, paced: true);

        var stream = await UntilAsync(stream => stream.Broadcast?.PlayableAt is not null);
        Assert.Equal(LiveStreamState.Active, stream.State);
        Assert.Contains("144p/stream.m3u8", stream.Broadcast!.Multivariant, StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-TERM", $"{node.Id}"]))
            await kill.WaitForExitAsync();
        await node.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, node.ExitCode);
        Assert.False(await encoder.EndAsync());
        Assert.Equal(LiveStreamState.Idle, (await UntilAsync(_ => true)).State);

        async Task<LiveStream> UntilAsync(Func<LiveStream, bool> holds)
        {
            for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(50))
            {
                if ((await streams.GetAsync("owner", created.Stream.Id, default)).Value.Stream is var found && holds(found)) return found;
            }

            throw new TimeoutException("The stream never came to what was waited for.");
        }
    }

    [Theory]
    [InlineData("Live__MaxStreams", "none", "Live__MaxStreams")]
    [InlineData("Live__DataFolder", "", "Cosmos")]
    public async Task A_setting_that_is_wrong_or_missing_ends_the_process_with_its_name(string name, string value, string named)
    {
        using var node = Start((name, value));

        Assert.Contains(named, Assert.Single((await node.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        await node.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(1, node.ExitCode);
    }

    private static Process Start(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StreamPlatform.Live.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Where it says that it listens.</summary>
    private static async Task<Uri> AddressAsync(Process node)
    {
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("rtmp://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = node.StandardOutput.ReadToEndAsync();
                return new Uri(line[at..].Split(' ')[0]);
            }
        }

        throw new InvalidOperationException($"It ended: {await node.StandardError.ReadToEndAsync()}");
    }
}
