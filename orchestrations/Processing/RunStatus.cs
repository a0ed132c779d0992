namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Custom status of a run, for timelines: where it is, and how many of its items have ended.</summary>
public sealed record RunStatus(string Stage, int ItemsEnded, int Items, int Requeued)
{
    public string? FailureCode { get; init; }

    internal static RunStatus At(string stage, int ended = 0, int items = 0, int requeued = 0) =>
        new(stage, ended, items, requeued);
}

/// <summary>Values of <see cref="RunStatus.Stage"/>.</summary>
public static class RunStage
{
    public const string Preparing = "preparing";
    public const string AwaitingApproval = "approval";
    public const string Transcoding = "transcoding";
    public const string Packaging = "packaging";
    public const string Published = "published";
    public const string Failed = "failed";
    public const string Stopped = "stopped";
}
