using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Takedowns;

/// <summary>What can be refused about take-downs.</summary>
public static class TakedownErrors
{
    /// <summary>There is no reason, or the note is too long.</summary>
    public static Error Invalid() => new("takedown.invalid", 400, $"A take-down has a reason, and a note of at most {TakedownMark.LongestNote} characters.");

    /// <summary>There is no such asset, or it is being deleted.</summary>
    public static Error NotFound() => new("takedown.asset_not_found", 404, "There is no such asset.");

    /// <summary>Nobody took the asset down, or that was taken back.</summary>
    public static Error None() => new("takedown.none", 409, "There is nothing to appeal against: no moderator took this asset down.");
}
