using System.Collections.Frozen;

namespace StreamPlatform.Domain.Accounts.Tokens;

/// <summary>What API tokens can be made for, and which of it a request takes. What stands in no area is opened by no token.</summary>
public static class TokenScopes
{
    /// <summary>Playback tokens for viewers.</summary>
    public const string SignPlayback = "playback:sign";

    /// <summary>The first part of a path below <c>/api</c>, and the area that it belongs to.</summary>
    private static readonly FrozenDictionary<string, string> Areas = new Dictionary<string, string>
    {
        ["account"] = "account",
        ["analytics"] = "analytics",
        ["assets"] = "assets",
        ["channels"] = "channels",
        ["comments"] = "social",
        ["feed"] = "social",
        ["live-streams"] = "live",
        ["home"] = "social",
        ["me"] = "account",
        ["notifications"] = "social",
        ["people"] = "social",
        ["playback"] = "social",
        ["playlists"] = "social",
        ["reports"] = "social",
        ["search"] = "search",
        ["signing-keys"] = "signing-keys",
        ["subscriptions"] = "social",
        ["trending"] = "search",
        ["uploads"] = "uploads",
        ["webhooks"] = "webhooks",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every scope, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Areas.Values.Distinct().SelectMany(area => new[] { $"{area}:read", $"{area}:write" }).Append(SignPlayback).Order(StringComparer.Ordinal)];

    /// <summary>The scope that a request takes; null when no token may make it.</summary>
    /// <param name="path">Below <c>/api</c>, without a slash before it.</param>
    public static string? Of(string method, string path)
    {
        var parts = path.Split('/');
        return !Areas.TryGetValue(parts[0], out var area) ? null
            : parts is [_, _, var rank] && rank.Equals("takedown", StringComparison.OrdinalIgnoreCase) ? null
            : parts is [_, _, var last] && last.Equals("playback-tokens", StringComparison.OrdinalIgnoreCase) ? SignPlayback
            : method is "GET" or "HEAD" ? $"{area}:read"
            : $"{area}:write";
    }
}
