using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>What every playback endpoint does around its manifest: look up, authorise, find the presentation, sign.</summary>
public sealed class PlaybackRequests(
    ViewerReader viewers, PlaybackAccess access, Presentations presentations, IPlaybackUrlSigner signer, RecallMedia recall, TimeProvider clock)
{
    private readonly WrittenManifests _written = new();

    /// <summary>Answers with what <paramref name="write"/> makes of the presentation, or with a problem.</summary>
    /// <param name="revision">A certain revision; null for what plays now.</param>
    public async Task<IResult> HandleAsync(
        HttpRequest request,
        string playbackId,
        int? revision,
        Func<PlaybackGrant, Presentation, Task<IResult>> write,
        CancellationToken ct)
    {
        var grant = await GrantAsync(request, playbackId, ct);
        if (!grant.Succeeded)
        {
            return ProblemResults.Problem(grant.Error!);
        }

        if (grant.Value.Asset.Archived is not null)
        {
            await recall.AskAsync(grant.Value.Asset, ct);
            return ProblemResults.Problem(PlaybackErrors.Archived()).WithHeader("Retry-After", "3600");
        }

        var found = await presentations.OfAsync(grant.Value.Asset, revision ?? grant.Value.Asset.Revision, ct);
        return found.Succeeded ? await write(grant.Value, found.Value) : ProblemResults.Problem(found.Error!);
    }

    public Task<SignedMedia> SignAsync(Presentation presentation, CancellationToken ct) => SignedMedia.SignAsync(signer, presentation, ct);

    /// <inheritdoc cref="WrittenManifests.Write"/>
    public byte[]? Write(PlaybackGrant grant, Presentation presentation, string manifest, SignedMedia? media, Func<string?> write) =>
        _written.Write(grant, presentation, manifest, media, write);

    public string CacheSigned(PlaybackGrant grant, Presentation presentation, SignedMedia media) =>
        ManifestCaching.Signed(grant, presentation, media, clock.GetUtcNow());

    public async Task<Result<PlaybackGrant>> GrantAsync(HttpRequest request, string playbackId, CancellationToken ct) =>
        await GrantAsync(await ViewerOfAsync(request, ct), playbackId, ct);

    public Task<Result<PlaybackGrant>> GrantAsync(Viewer viewer, string playbackId, CancellationToken ct) => access.GrantAsync(playbackId, viewer, ct);

    /// <summary><c>?token=…</c> for the next request, or nothing.</summary>
    public static string QueryOf(PlaybackGrant grant) =>
        grant.Token is { } token ? $"?token={Uri.EscapeDataString(token)}" : "";

    /// <inheritdoc cref="ViewerReader.ReadAsync"/>
    public Task<Viewer> ViewerOfAsync(HttpRequest request, CancellationToken ct) => viewers.ReadAsync(request, ct);
}
