using System.Text;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Playback;

namespace StreamPlatform.Functions.Live;

/// <summary>What the endpoints about live streams do around their use case.</summary>
public sealed class LiveRequests(ViewerReader viewers, LivePlayback playback, PlaybackOptions options)
{
    /// <summary>A player asks once a broadcast, and whoever comes after its end must soon learn of that.</summary>
    private const int Seconds = 2;

    public async Task<Result<LiveView>> FindAsync(HttpRequest request, string playbackId, CancellationToken ct) =>
        await playback.FindAsync(playbackId, await viewers.ReadAsync(request, ct), ct);

    /// <summary>The multivariant playlist of what is on air: it leads to the live node, which players ask for all the rest.</summary>
    public async Task<IResult> MultivariantAsync(HttpRequest request, string playbackId, CancellationToken ct)
    {
        var found = await FindAsync(request, playbackId, ct);
        var playlist = found.Succeeded ? found.Value.Multivariant() : found.Error!;
        return playlist.Succeeded
            ? new ManifestAnswer(Encoding.UTF8.GetBytes(playlist.Value), ManifestAnswer.Hls, $"{(found.Value.Token is null ? "public" : "private")}, max-age={Seconds}")
            : ProblemResults.Problem(playlist.Error!);
    }

    public LiveStreamBody BodyOf(OwnStream own, string? key = null) => LiveStreamBody.From(own, options.PublicUrl, key);

    /// <summary><c>?token=…</c> for the next request, or nothing.</summary>
    public static string QueryOf(LiveView view) => view.Token is { } token ? $"?token={Uri.EscapeDataString(token)}" : "";
}
