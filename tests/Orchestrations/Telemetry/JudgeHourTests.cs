using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Telemetry;

/// <summary>The hourly judgement's workflow on the real engine.</summary>
public sealed class JudgeHourTests
{
    [Fact]
    public async Task The_videos_of_an_hour_are_judged_once_after_it()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 14, 59, 0, TimeSpan.Zero));
        await using var workshop = await Workshop.OpenAsync();
        await new ChangedVideos(workshop.Get<IAggregateShards>(), clock).NoteAsync(["asset_1", "asset_2"], default);
        clock.Advance(TimeSpan.FromMinutes(11));

        await new JudgeTelemetry(clock).RunAsync(null!, workshop.Engine.Client, default);
        await new JudgeTelemetry(clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.WaitAsync("judge-2026031414");

        var ended = (await workshop.Engine.Client.GetInstanceAsync("judge-2026031414", true))!;
        var status = JsonSerializer.Deserialize<JudgeProgress>(ended.SerializedCustomStatus!, Domain.DomainJson.Options);
        Assert.Equal(new JudgeProgress(new DateTimeOffset(2026, 3, 14, 14, 0, 0, TimeSpan.Zero), ChangedVideos.Parts, 2, 0), status);
    }
}
