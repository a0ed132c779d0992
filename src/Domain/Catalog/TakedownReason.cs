namespace StreamPlatform.Domain.Catalog;

/// <summary>The policy for which moderators take an asset down.</summary>
public enum TakedownReason
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

    /// <summary>A court or an authority orders it.</summary>
    LegalOrder,
    Other,
}
