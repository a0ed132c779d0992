using System.Collections.Frozen;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What kind of page a viewer came from, by its host.</summary>
internal static class ReferringHosts
{
    /// <summary>Their names without the country's ending: <c>google</c> of <c>www.google.de</c>.</summary>
    private static readonly FrozenSet<string> Searching = new[]
    {
        "google", "bing", "duckduckgo", "yahoo", "yandex", "ya", "baidu", "ecosia", "startpage", "qwant", "naver", "seznam", "sogou", "so", "kagi", "swisscows", "mojeek", "ask", "aol",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Hosts, and all below them.</summary>
    private static readonly FrozenSet<string> Social = new[]
    {
        "facebook.com", "fb.com", "messenger.com", "instagram.com", "threads.net", "threads.com", "whatsapp.com", "twitter.com", "x.com", "t.co", "linkedin.com", "lnkd.in", "reddit.com", "redd.it",
        "pinterest.com", "pin.it", "tiktok.com", "youtube.com", "youtu.be", "vk.com", "ok.ru", "weibo.com", "weibo.cn", "tumblr.com", "telegram.org", "t.me", "discord.com", "snapchat.com",
        "bsky.app", "mastodon.social", "news.ycombinator.com", "quora.com", "xing.com", "line.me", "twitch.tv", "slack.com",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="host">Lower case; null when the viewer came from nowhere that is told.</param>
    /// <param name="own">The platform's own, lower case.</param>
    public static TrafficSource SourceOf(string? host, string own) =>
        host is null ? TrafficSource.Direct
        : host == own ? TrafficSource.Internal
        : IsSearching(host) ? TrafficSource.Search
        : IsSocial(host) ? TrafficSource.Social
        : TrafficSource.External;

    /// <summary>The last label before an ending of one or two (<c>co.uk</c>, <c>com.au</c>): what a site is called.</summary>
    private static bool IsSearching(string host)
    {
        var labels = host.Split('.');
        var ending = labels.Length > 2 && labels[^1].Length == 2 && labels[^2] is "co" or "com" or "ne" or "or" ? 2 : 1;
        return labels.Length > ending && Searching.Contains(labels[^(ending + 1)]);
    }

    private static bool IsSocial(string host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Social.Contains(rest))
            {
                return true;
            }

            if (!rest.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }
}
