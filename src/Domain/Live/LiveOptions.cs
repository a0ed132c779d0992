namespace StreamPlatform.Domain.Live;

/// <summary>Section <c>Live</c> of the settings: where encoders send to.</summary>
/// <param name="Servers">RTMP addresses of the live nodes; none when live streams aren't offered.</param>
public sealed record LiveOptions(IReadOnlyList<Uri> Servers)
{
    public const string IngestSetting = "Live:IngestUrls";

    private const int MostNodes = 50;

    /// <summary>The addresses that an encoder may send to, the stream's own first: streams spread over the nodes, and each node takes any.</summary>
    public IReadOnlyList<Uri> ServersOf(string liveStreamId)
    {
        var first = Servers.Count == 0 ? 0 : liveStreamId.Sum(letter => letter) % Servers.Count;
        return [.. Servers.Skip(first), .. Servers.Take(first)];
    }

    /// <param name="ingestUrls">Such as <c>rtmp://live.example.com:1935/live</c>, separated by commas.</param>
    /// <exception cref="ArgumentException">An address is none; the message names the setting.</exception>
    public static LiveOptions From(string? ingestUrls)
    {
        var servers = (ingestUrls ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return servers.Length <= MostNodes && servers.All(server => Uri.TryCreate(server, UriKind.Absolute, out var url) && url is { Scheme: "rtmp" or "rtmps", UserInfo: "", Query: "" })
            ? new LiveOptions([.. servers.Select(server => new Uri(server))])
            : throw new ArgumentException($"{IngestSetting} must be at most {MostNodes} rtmp or rtmps URLs, separated by commas, not '{ingestUrls}'.");
    }
}
