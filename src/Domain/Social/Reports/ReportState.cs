namespace StreamPlatform.Domain.Social.Reports;

/// <summary>What became of a report.</summary>
public enum ReportState
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>A moderator agreed; what is done about it they do where it is.</summary>
    Upheld,

    /// <summary>A moderator did not.</summary>
    Dismissed,
}
