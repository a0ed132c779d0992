using System.Text.Json;

namespace StreamPlatform.Local.Cli.Api;

/// <summary>A created upload, as <c>POST /api/uploads</c> answers.</summary>
internal sealed record UploadView(string UploadId, string AssetId, Uri Url, long BlockSizeBytes);

/// <summary>An upload whose file the platform fetches.</summary>
internal sealed record ImportView(string UploadId, string AssetId, string State, ImportProgressView? Import);

/// <summary>How far it is; the total is null until it is known.</summary>
internal sealed record ImportProgressView(long BytesDone, long? BytesTotal);

/// <summary>A code and a sentence.</summary>
internal sealed record FailureView(string Code, string Message);

/// <summary>What the owner is asked before something is made that costs more than its cap.</summary>
internal sealed record QuestionView(decimal ExpectedDollars, decimal CapDollars);

/// <summary>An asset, as <c>GET /api/assets/{id}</c> answers. <see cref="Renditions"/> are passed on as they are.</summary>
internal sealed record AssetView
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Status { get; init; }
    public double? DurationSeconds { get; init; }
    public IReadOnlyList<JsonElement> Renditions { get; init; } = [];
    public FailureView? Failure { get; init; }
    public QuestionView? Question { get; init; }
    public IReadOnlyList<FailureView> Warnings { get; init; } = [];
    public DateTimeOffset? FirstPlayableAt { get; init; }
    public DateTimeOffset? ReadyAt { get; init; }
    public string? WatchUrl { get; init; }
    public string? HlsUrl { get; init; }
    public string? DashUrl { get; init; }
}

/// <summary>One rendition's share done, 0 to 1.</summary>
internal sealed record RenditionProgress(string Name, double Fraction);

/// <summary>A snapshot from <c>GET /api/assets/{id}/events</c>.</summary>
internal sealed record ProgressView
{
    public required string Status { get; init; }
    public string? Stage { get; init; }
    public bool Playable { get; init; }
    public IReadOnlyList<RenditionProgress> Renditions { get; init; } = [];
    public FailureView? Failure { get; init; }

    /// <summary>True when the asset goes no further by itself.</summary>
    public bool Over => Status is "ready" or "failed" or "cancelled" or "deleting" or "deleted" or "awaitingApproval";
}
