using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.History;

/// <summary>
/// How far somebody watched a video. It names the video by its id alone: what it is called is looked up when it is shown, so that
/// nothing is told of one that they may not see any more.
/// </summary>
/// <param name="Position">Seconds, where they were at <paramref name="At"/>.</param>
/// <param name="Parts">Which hundredths they watched, ever: see <see cref="WatchedParts"/>.</param>
/// <param name="At">When they watched it last.</param>
public sealed record WatchedVideo(int SchemaVersion, string PersonId, string AssetId, double Position, string Parts, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>After they watched it last.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>All of a person's in their partition, in the order in which they were watched last.</summary>
    public static DocumentKind<WatchedVideo> Kind { get; } = new("watchedVideo", DocumentContainer.Social, watched => KeyOf(watched.PersonId, watched.AssetId))
    {
        PlaceOf = watched => ListPlace.At(watched.At),
        ExpiryOf = watched => watched.At + Kept,
    };

    public static DocumentKey KeyOf(string personId, string assetId) => new(personId, assetId);

    public static WatchedVideo Of(string personId, string assetId, WatchReport report) => new(CurrentSchemaVersion, personId, assetId, report.Position, report.Parts.ToString(), report.At);

    /// <summary>
    /// What is known after one more report: the parts of both, and the place of the later one. So reports may come in any order and
    /// more than once, and end at the same.
    /// </summary>
    public WatchedVideo With(WatchReport report)
    {
        var parts = WatchedParts.TryParse(Parts, out var before) ? before | report.Parts : report.Parts;
        var later = report.At > At || (report.At == At && report.Position > Position);
        return this with { Parts = parts.ToString(), Position = later ? report.Position : Position, At = later ? report.At : At };
    }
}
