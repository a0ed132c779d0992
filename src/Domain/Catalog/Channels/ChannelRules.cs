using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>The bounds of what is said of channels.</summary>
public static class ChannelRules
{
    public const int MinHandle = HandleRules.Shortest, MaxHandle = HandleRules.Longest, MaxName = 100, MaxLinks = 10, MaxLinkTitle = 60, MaxLinkUrl = 500;

    /// <summary>Without the @ it may be written with.</summary>
    public static Result<string> Handle(string? given) => HandleRules.Parse(given) is { } handle ? handle : ChannelErrors.HandleInvalid();

    /// <summary>As above, of one that a channel is to get: not one that nobody gets, unless it has it.</summary>
    internal static Result<string> NewHandle(string? given, string current)
    {
        var handle = Handle(given);
        return handle.Succeeded && handle.Value != current && HandleRules.IsReserved(handle.Value) ? ChannelErrors.HandleTaken() : handle;
    }

    public static Result<string> Name(string? given) =>
        given?.Trim() is { Length: > 0 and <= MaxName } name && !name.Any(char.IsControl) ? name : ChannelErrors.NameInvalid();

    public static Result<string?> Description(string? given)
    {
        var described = MetadataRules.Description(given);
        return described.Succeeded ? described.Value : ChannelErrors.DescriptionInvalid();
    }

    public static Result<ChannelLink[]> Links(IReadOnlyList<ChannelLink?>? given)
    {
        List<ChannelLink?> links = [.. (given ?? []).Take(MaxLinks + 1)];
        return links.Count <= MaxLinks && links.TrueForAll(IsLink)
            ? links.Select(link => link! with { Title = link.Title.Trim() }).ToArray()
            : ChannelErrors.LinksInvalid();
    }

    private static bool IsLink(ChannelLink? link) =>
        link is { Title: not null, Url.Length: <= MaxLinkUrl }
        && link.Title.Trim().Length is > 0 and <= MaxLinkTitle && !link.Title.Any(char.IsControl)
        && Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") && url.UserInfo.Length == 0;
}
