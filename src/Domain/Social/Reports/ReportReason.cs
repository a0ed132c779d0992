namespace StreamPlatform.Domain.Social.Reports;

/// <summary>Why something should not be there.</summary>
public enum ReportReason
{
    Spam,
    Harassment,
    Hate,
    Violence,
    Sexual,
    ChildSafety,
    SelfHarm,
    Misinformation,
    Infringement,
    Other,
}
