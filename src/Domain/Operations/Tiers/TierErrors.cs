namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>Why a look at the tiers can't be told of.</summary>
public static class TierErrors
{
    public static Error NotFound() => new("tiers.not_found", 404, "There is no such look at the tiers, or it is forgotten.");
}
