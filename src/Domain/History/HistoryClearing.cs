using System.Globalization;

namespace StreamPlatform.Domain.History;

/// <summary>A history that is to be cleared: input of its <see cref="Workflow"/>.</summary>
/// <param name="At">Of what was watched up to then.</param>
public sealed record HistoryClearing(string PersonId, DateTimeOffset At)
{
    public const string Workflow = "ClearHistory";

    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"clear-history-{PersonId}-{At.UtcDateTime:yyyyMMddHHmmssfff}");
}
