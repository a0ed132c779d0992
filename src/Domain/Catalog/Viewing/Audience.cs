namespace StreamPlatform.Domain.Catalog.Viewing;

/// <summary>Who may see an asset at some moment.</summary>
public enum Audience
{
    /// <summary>Its owner alone.</summary>
    Owner,

    /// <summary>Its owner and who is entitled to it: see <see cref="IEntitlements"/>.</summary>
    Entitled,

    /// <summary>Whoever has its address.</summary>
    Everyone,
}
