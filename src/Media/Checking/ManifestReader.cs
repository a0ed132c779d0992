using System.Text;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Checking;

/// <summary>Lists the tracks of an HLS multivariant playlist, a single HLS media playlist or an MPD.</summary>
internal sealed class ManifestReader(IMediaFetcher fetcher, Action<Defect> report)
{
    private const long MaxManifestBytes = 32 << 20;
    private const int MaxTracks = 256;

    public async Task<ListedPresentation> ReadAsync(Uri manifest, CancellationToken ct)
    {
        if (await FetchAsync(manifest, ct) is not { } text) return new ListedPresentation([], []);
        try
        {
            if (!text.StartsWith("#EXTM3U", StringComparison.Ordinal)) return new ListedPresentation(Dash(manifest, DashReader.Read(text)), []);
            return text.Contains("#EXT-X-STREAM-INF", StringComparison.Ordinal)
                ? await HlsAsync(manifest, HlsMultivariantPlaylist.Read(text), ct)
                : new ListedPresentation([Media(manifest, "media playlist", text)], []);
        }
        catch (Exception broken) when (broken is ManifestException or UriFormatException)
        {
            report(new Defect(DefectCodes.BrokenManifest, manifest.AbsolutePath, broken.Message));
            return new ListedPresentation([], []);
        }
    }

    private async Task<ListedPresentation> HlsAsync(Uri manifest, HlsMultivariantPlaylist playlist, CancellationToken ct)
    {
        // Several variants may share a playlist (one for each audio group); it is read once.
        var uris = playlist.Variants.Select(variant => variant.Uri)
            .Concat(playlist.IFrameVariants.Select(variant => variant.Uri))
            .Concat(playlist.Renditions.Where(rendition => rendition.Uri is not null).Select(rendition => rendition.Uri!))
            .Distinct().ToList();
        if (uris.Count > MaxTracks) throw new ManifestException($"The playlist lists more than {MaxTracks} tracks.");
        foreach (var defect in GroupCheck.Find(playlist))
            report(defect);
        var texts = playlist.Renditions.Where(rendition => rendition is { Type: "SUBTITLES", Uri: not null }).Select(rendition => rendition.Uri!).ToHashSet(StringComparer.Ordinal);
        var tracks = new Dictionary<string, ListedTrack>();
        foreach (var uri in uris)
        {
            var resolved = new Uri(manifest, uri);
            var where = Name(resolved);
            if (await FetchAsync(resolved, ct) is not { } text) continue;
            try
            {
                tracks[uri] = Media(resolved, where, text) with { IsText = texts.Contains(uri) };
            }
            catch (Exception broken) when (broken is ManifestException or UriFormatException)
            {
                report(new Defect(DefectCodes.BrokenManifest, where, broken.Message));
            }
        }

        var claims = playlist.Variants.Select(variant => new CodecsClaim(
            Name(new Uri(manifest, variant.Uri)),
            variant.Codecs,
            [.. playlist.Renditions.Where(rendition => rendition.Uri is not null && rendition.GroupId == variant.AudioGroup)
                .Select(rendition => rendition.Uri!).Prepend(variant.Uri).Where(tracks.ContainsKey).Select(uri => tracks[uri].Where).Distinct()]));
        var keyFrameClaims = playlist.IFrameVariants.Where(variant => tracks.ContainsKey(variant.Uri)).Select(variant => new CodecsClaim(
            Name(new Uri(manifest, variant.Uri)), variant.Codecs, [tracks[variant.Uri].Where]));
        return new ListedPresentation([.. tracks.Values], [.. claims, .. keyFrameClaims]);
    }

    private ListedTrack Media(Uri uri, string where, string text)
    {
        var playlist = HlsMediaPlaylist.Read(text);
        foreach (var segment in playlist.Segments)
        {
            if (decimal.Round(segment.Seconds, MidpointRounding.AwayFromZero) <= playlist.TargetDuration) continue;
            report(new Defect(DefectCodes.WrongTargetDuration, where, $"EXTINF {segment.Seconds} exceeds EXT-X-TARGETDURATION {playlist.TargetDuration}."));
            break;
        }

        return new ListedTrack(where, null, [.. playlist.Segments.Select(segment => new ListedSegment(
            new Uri(uri, segment.Uri), segment.MapUri is null ? null : new Uri(uri, segment.MapUri), segment.Seconds) { Range = segment.Range })])
        {
            KeyFramesOnly = playlist.IFramesOnly,
        };
    }

    private static List<ListedTrack> Dash(Uri manifest, DashManifest mpd) =>
        [.. mpd.AdaptationSets.SelectMany(set => set.Representations.Select(representation => (set, representation))).Take(MaxTracks).Select(pair => Dash(manifest, pair.set, pair.representation))];

    private static ListedTrack Dash(Uri manifest, DashAdaptationSet set, DashRepresentation representation) =>
        new(representation.Id,
            representation.Codecs,
            representation.BaseUri is { } whole
                ? [new ListedSegment(new Uri(manifest, whole), null)]
                : [.. representation.Segments.Select(segment => new ListedSegment(
                    new Uri(manifest, segment.Uri), new Uri(manifest, representation.InitUri), null, representation.Timescale, segment.Start, segment.Duration))])
        {
            IsText = set.ContentType == DashAdaptationSet.TextContent,
            KeyFramesOnly = set.TrickModeOf is not null,
        };

    private async Task<string?> FetchAsync(Uri uri, CancellationToken ct)
    {
        try
        {
            if (await fetcher.GetAsync(uri, MaxManifestBytes, ct) is { } bytes) return Encoding.UTF8.GetString(bytes.Span);
            report(new Defect(DefectCodes.MissingManifest, Name(uri), "The manifest is not there."));
        }
        catch (InvalidDataException large)
        {
            report(new Defect(DefectCodes.BrokenManifest, Name(uri), large.Message));
        }

        return null;
    }

    /// <summary>The last part of the path, without extension: what people call the track.</summary>
    private static string Name(Uri uri) => Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(uri.AbsolutePath));
}
