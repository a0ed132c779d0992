namespace StreamPlatform.Domain.History;

/// <summary>What can be refused of watch histories.</summary>
public static class HistoryErrors
{
    /// <summary>The position or the parts are none.</summary>
    public static Error ReportInvalid() => new(
        "history.report_invalid", 422, FormattableString.Invariant($"A position is 0 to {WatchReport.Longest:0} seconds, and watched parts are 25 hexadecimal digits."));

    /// <summary>It tells of what was too long ago.</summary>
    public static Error TooLate() => new(
        "history.too_late", 422, FormattableString.Invariant($"A report may come up to {WatchReport.Latest.TotalHours:0} hours late. Leave out the time to tell of now."));

    /// <summary>Other devices were faster, again and again.</summary>
    public static Error Busy() => new("history.busy", 503, "The history is being changed elsewhere. Try again in a moment.");
}
