using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>Judges the videos of which something was counted in an hour, a part of them at a time.</summary>
public sealed class JudgeHour(ChangedVideos changed, JudgeViews judge)
{
    /// <summary>How long before the hour a session may have begun that something was counted of in it, and still be judged.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(6);

    /// <summary>Judges a part. Done again it sends nothing new.</summary>
    public async Task<JudgedPart> StepAsync(JudgeStep step, CancellationToken ct)
    {
        var verdicts = 0;
        var assets = await changed.ListAsync(step.Part, step.Hour, ct);
        foreach (var asset in assets)
            verdicts += await judge.JudgeAsync(asset, step.Hour - Before, step.Hour.AddHours(1), ct);
        return new JudgedPart(assets.Count, verdicts);
    }
}
