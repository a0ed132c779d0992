namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// The kind of device behind a <c>User-Agent</c>, by the words that each kind's agents have in common. Models and versions are not
/// asked for, and no list of them has to be kept up to date. An iPad that asks for desktop pages says that it is a Mac, and is
/// counted as one.
/// </summary>
internal static class UserAgents
{
    /// <summary>More than any browser sends; what is beyond is not looked at.</summary>
    private const int Looked = 512;

    /// <summary>Crawlers, previewers of links, monitors, libraries that fetch, and browsers that nobody sits before.</summary>
    private static readonly string[] Bots =
    [
        "bot", "crawl", "spider", "slurp", "scrape", "headless", "phantomjs", "lighthouse", "pingdom", "uptime", "monitor", "preview", "facebookexternalhit", "mediapartners",
        "curl/", "wget/", "python", "httpclient", "go-http", "java/", "libwww", "node-fetch", "undici", "axios", "scrapy", "httrack", "postmanruntime",
    ];

    /// <summary>Sets and boxes. Before tablets and phones: most of them say that they are Android too.</summary>
    private static readonly string[] Televisions =
    [
        "smart-tv", "smarttv", "smart tv", "googletv", "google tv", "android tv", "appletv", "apple tv", "hbbtv", "netcast", "web0s", "webos", "tizen", "bravia", "viera", "aquos",
        "roku", "crkey", "aftb", "aftt", "aftm", "afts", "aftn", "aftr", "aftk", "aftg", "aftka", "playstation", "xbox", "nintendo",
    ];

    private static readonly string[] Tablets = ["ipad", "tablet", "kindle", "silk/", "playbook"];
    private static readonly string[] Phones = ["mobi", "iphone", "ipod", "windows phone"];
    private static readonly string[] Desktops = ["windows nt", "macintosh", "x11", "cros ", "linux"];

    public static DeviceKind DeviceOf(string? userAgent)
    {
        var agent = userAgent.AsSpan()[..Math.Min(userAgent?.Length ?? 0, Looked)];
        return HasAny(agent, Bots) ? DeviceKind.Bot
            : HasAny(agent, Televisions) && !IsTizenPhone(agent) ? DeviceKind.Tv
            : HasAny(agent, Tablets) ? DeviceKind.Tablet
            : HasAny(agent, Phones) ? DeviceKind.Mobile
            : Has(agent, "android") ? DeviceKind.Tablet
            : HasAny(agent, Desktops) ? DeviceKind.Desktop
            : DeviceKind.Other;
    }

    /// <summary>Tizen and webOS were systems of telephones too.</summary>
    private static bool IsTizenPhone(ReadOnlySpan<char> agent) => Has(agent, "mobile") && (Has(agent, "tizen") || Has(agent, "webos")) && !Has(agent, "tv");

    private static bool HasAny(ReadOnlySpan<char> agent, string[] words)
    {
        foreach (var word in words)
        {
            if (Has(agent, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ReadOnlySpan<char> agent, string word) => agent.Contains(word, StringComparison.OrdinalIgnoreCase);
}
