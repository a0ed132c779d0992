using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Aggregates;

public sealed class ChangedVideosTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 22, 59, 0, TimeSpan.Zero));
    private readonly MemoryShards _shards = new(100);

    [Fact]
    public async Task A_video_is_listed_once_in_each_hour_in_which_something_of_it_was_counted()
    {
        var changed = new ChangedVideos(_shards, _clock);
        await changed.NoteAsync(["asset_1", "asset_2", "asset_1"], default);
        await changed.NoteAsync(["asset_1"], default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await changed.NoteAsync(["asset_1"], default);

        Assert.Equal(["asset_1", "asset_2"], await ListAsync(_clock.GetUtcNow().AddHours(-1)));
        Assert.Equal(["asset_1"], await ListAsync(_clock.GetUtcNow()));
        Assert.Empty(await ListAsync(_clock.GetUtcNow().AddHours(1)));
    }

    [Fact]
    public async Task Whoever_fails_to_note_it_notes_it_when_the_batch_comes_again()
    {
        var failing = true;
        var changed = new ChangedVideos(new UnreliableShards(_shards, () => failing ? throw new IOException("Gone.") : Task.CompletedTask), _clock);
        await Assert.ThrowsAsync<IOException>(() => changed.NoteAsync(["asset_1"], default));
        failing = false;

        await changed.NoteAsync(["asset_1"], default);

        Assert.Equal(["asset_1"], await ListAsync(_clock.GetUtcNow()));
    }

    private async Task<List<string>> ListAsync(DateTimeOffset at)
    {
        var (found, changed) = (new List<string>(), new ChangedVideos(_shards, _clock));
        for (var part = 0; part < ChangedVideos.Parts; part++)
            found.AddRange(await changed.ListAsync(part, at, default));
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
