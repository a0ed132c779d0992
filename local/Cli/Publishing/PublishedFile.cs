using System.Text.Json;
using System.Text.Json.Serialization;
using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>What became of one file: the object that <c>stream publish --json</c> prints. Absent values are null.</summary>
internal sealed record PublishedFile
{
    public string? AssetId { get; init; }

    /// <summary>The asset's state, <c>ready</c> or <c>failed</c> as a rule; <c>error</c> when this machine or the platform got in the way.</summary>
    public required string Status { get; init; }

    public string? WatchUrl { get; init; }
    public string? HlsUrl { get; init; }
    public string? DashUrl { get; init; }
    public IReadOnlyList<JsonElement> Renditions { get; init; } = [];
    public required PublishedSeconds Seconds { get; init; }
    public FailureView? Error { get; init; }

    [JsonIgnore]
    public int ExitCode => Status switch
    {
        "ready" => ExitCodes.Success,
        "error" => ExitCodes.Fault,
        _ => ExitCodes.Rejected,
    };

    public static PublishedFile Of(AssetView asset, PublishedSeconds seconds) => new()
    {
        AssetId = asset.Id,
        Status = asset.Status,
        WatchUrl = asset.WatchUrl,
        HlsUrl = asset.HlsUrl,
        DashUrl = asset.DashUrl,
        Renditions = asset.Renditions,
        Seconds = seconds,
        Error = asset.Failure ?? Question(asset) ?? (asset.Status == "ready" ? null : new($"asset.{asset.Status}", "The video was stopped before it was ready.")),
    };

    private static FailureView? Question(AssetView asset) => asset is not { Status: "awaitingApproval", Question: { } question } ? null : new(
        "asset.over_cost_cap",
        FormattableString.Invariant($"Making it is expected to cost ${question.ExpectedDollars}, more than the cap of ${question.CapDollars}: nothing is made before you say yes. Approve it by: stream approve {asset.Id}"));

    public static PublishedFile Fault(string? assetId, Exception exception) => new()
    {
        AssetId = assetId,
        Status = exception is CommandFailure { ExitCode: ExitCodes.Rejected } ? "failed" : "error",
        Seconds = new(null, null, null),
        Error = new((exception as CommandFailure)?.Code ?? "cli.fault", FailureText.Of(exception)),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>
/// Seconds the upload took, and seconds from the commit of its block list until a first segment could be played and until
/// the video was ready; null when it did not come to that.
/// </summary>
internal sealed record PublishedSeconds(double? Upload, double? FirstPlayable, double? Ready);
