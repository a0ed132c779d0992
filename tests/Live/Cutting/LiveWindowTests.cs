using CsCheck;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Cutting;

public sealed class LiveWindowTests
{
    private const int PartsASegment = 10;

    /// <summary>Held to what the parts say that were added, for every number that a player could ask for.</summary>
    [Fact]
    public void A_playlist_holds_a_part_from_the_moment_that_it_is_added() =>
        Gen.Int[0, 700].Sample(added =>
        {
            var window = Grown(added);
            for (var segment = 0L; segment < 75; segment++)
            {
                Assert.Equal(added >= (segment + 1) * PartsASegment, window.Holds(segment, null));
                for (var part = 0; part < PartsASegment; part++)
                    Assert.Equal(added > (segment * PartsASegment) + part, window.Holds(segment, part));
                // A part that no segment has is the first of the next one.
                Assert.Equal(added > (segment + 1) * PartsASegment, window.Holds(segment, PartsASegment + 3));
            }
        }, iter: 50);

    [Fact]
    public void Memory_is_bounded_however_long_a_broadcast_lasts()
    {
        var window = Grown(10_000);

        Assert.Equal(LiveLimits.KeptSegments, window.Segments.Length);
        Assert.Equal(LiveLimits.ListedSegments, window.Listed.Count());
        Assert.Equal(999, window.Segments[^1].Number);
        Assert.NotNull(window.Find(999 - LiveLimits.KeptSegments + 1, 0));
        Assert.Null(window.Find(999 - LiveLimits.KeptSegments, 0));
    }

    [Fact]
    public void What_was_never_there_is_not_found()
    {
        var window = Grown(25);

        Assert.Equal((2, 5), window.Next);
        Assert.NotNull(window.Find(2, 4));
        Assert.Null(window.Find(2, 5));
        Assert.Null(window.Find(2, -1));
        Assert.Null(window.Find(3));
        Assert.Null(window.Find(-1));
        Assert.Null(window.Find(long.MaxValue));
    }

    [Fact]
    public void After_the_end_nobody_waits()
    {
        var window = Grown(25).End();

        Assert.True(window.Holds(1000, 3));
        Assert.True(window.Segments[^1].IsComplete);
    }

    [Fact]
    public async Task Everybody_who_waits_is_woken_by_the_part_they_wait_for()
    {
        var track = new LiveTrack(new("video", true, 1));
        var waiting = Enumerable.Range(0, 200).Select(part => track.WaitAsync(window => window.Holds(part / PartsASegment, part % PartsASegment), default)).ToList();

        for (var part = 0; part < 200; part++)
        {
            Assert.False(waiting[part].IsCompleted);
            Add(track, part);
            Assert.True((await waiting[part]).Holds(part / PartsASegment, part % PartsASegment));
        }
    }

    [Fact]
    public async Task Who_waits_too_long_is_let_go()
    {
        var time = new FakeTimeProvider();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(6), time);
        var waiting = new LiveTrack(new("video", true, 1)).WaitAsync(window => window.Holds(0, 0), limit.Token);

        time.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static LiveWindow Grown(int parts) =>
        Enumerable.Range(0, parts).Aggregate(LiveWindow.Empty, (window, part) => window.Add(part / PartsASegment, part / PartsASegment * 20, Part(part), part % PartsASegment == PartsASegment - 1));

    private static void Add(LiveTrack track, int part) =>
        track.Add(part / PartsASegment, part / PartsASegment * 20, Part(part), part % PartsASegment == PartsASegment - 1);

    private static LivePart Part(int part) => new(part % PartsASegment, 2, true, new byte[1]);
}
