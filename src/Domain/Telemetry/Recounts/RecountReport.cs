using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What a recount that is over found, for operators; kept for a year.</summary>
/// <param name="Partitions">Of the hub that were counted.</param>
/// <param name="LackingMessages">That the archive should have and hasn't: of the partitions that they are of nothing was repaired. Null where nobody can tell.</param>
public sealed record RecountReport(string Id, DateOnly Day, DateTimeOffset BeganAt, DateTimeOffset EndedAt, int Partitions, long? LackingMessages, RecountFound Found)
{
    internal const string ListPartition = "telemetryRecounts";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);

    public int SchemaVersion { get; init; } = 1;

    internal static DocumentKind<RecountReport> Kind { get; } = new("telemetryRecount", DocumentContainer.Catalog, report => KeyOf(report.Id))
    {
        PlaceOf = report => new ListPlace("", string.Create(CultureInfo.InvariantCulture, $"{report.BeganAt.UtcDateTime:yyyyMMddHHmmss}")),
        ExpiryOf = report => report.EndedAt + Kept,
    };

    internal static DocumentKey KeyOf(string id) => new(ListPartition, id);
}
