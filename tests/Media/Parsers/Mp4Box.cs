using System.Text.Json;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Parsers;

/// <summary>A track as mp4box reads it; see boxes.mjs. Samples: decode time, composition time, duration, size, sync.</summary>
internal sealed record Mp4Box(
    string Name,
    IReadOnlyList<string> Complaints,
    int Tracks,
    bool Fragmented,
    string Codec,
    string Kind,
    int Timescale,
    string Language,
    string? ExtendedLanguage,
    int Width,
    int Height,
    int Channels,
    int SampleRate,
    IReadOnlyList<long> Starts,
    IReadOnlyList<long> Sequences,
    IReadOnlyList<long[]> Samples)
{
    /// <summary>
    /// Reads every init segment and media segment that the MPD names and holds what mp4box says of them to what the MPD and our
    /// own reader say.
    /// </summary>
    public static async Task<IReadOnlyList<Mp4Box>> AgreesAsync(Site site)
    {
        var mpd = DashReader.Read(System.Text.Encoding.UTF8.GetString(site.Find(Site.Dash)!));
        var listed = mpd.AdaptationSets.Where(set => set.ContentType != DashAdaptationSet.TextContent)
            .SelectMany(set => set.Representations.Select(representation => (set, representation))).ToList();
        var read = await ReadAsync(listed.Select(pair => (pair.representation.Id, site.Find(pair.representation.InitUri)!, pair.representation.Segments.Select(segment => site.Find(segment.Uri)!))));

        Assert.Equal(site.Presentation.Video.Count + site.Presentation.Audio.Count + site.Presentation.KeyFrames.Count, read.Count);
        foreach (var ((set, representation), box) in listed.Zip(read))
        {
            Assert.Empty(box.Complaints);
            Assert.Equal((representation.Id, 1, true), (box.Name, box.Tracks, box.Fragmented));
            Assert.Equal((set.ContentType, representation.Timescale), (box.Kind, box.Timescale));
            Assert.Equal(representation.Codecs, box.Codec, ignoreCase: true);
            Assert.Equal((representation.Width ?? 0, representation.Height ?? 0), (box.Width, box.Height));
            Assert.Equal((representation.Channels ?? 0, representation.SampleRate ?? 0), (box.Channels, box.SampleRate));
            Assert.Equal(set.Language ?? "und", box.ExtendedLanguage ?? Languages.ToBcp47(box.Language));
            Assert.Equal(box.Sequences.Order().Distinct(), box.Sequences);

            var init = InitContent.Read(site.Find(representation.InitUri)!);
            var ours = representation.Segments.Select(segment => SegmentContent.Read(site.Find(segment.Uri)!, init.Defaults)).ToList();
            Assert.Equal(representation.Segments.Select(segment => (segment.Start, segment.Duration)), ours.Select(segment => (segment.Start, segment.Duration)));
            Assert.Equal(
                ours.SelectMany(segment => segment.Samples).Select(sample => $"{sample.DecodeTime} {sample.DecodeTime + sample.CompositionOffset} {sample.Duration} {sample.Size} {(sample.IsSync ? 1 : 0)}"),
                box.Samples.Select(sample => string.Join(' ', sample)));
            // Key frames stand in a fragment each, everything else is one fragment a segment.
            Assert.Equal(set.TrickModeOf is null ? ours.Select(segment => segment.Start) : box.Samples.Select(sample => sample[0]), box.Starts);
            Assert.True(set.TrickModeOf is null || box.Samples.All(sample => sample[4] == 1));
        }

        return read;
    }

    public static async Task<IReadOnlyList<Mp4Box>> ReadAsync(IEnumerable<(string Name, byte[] Init, IEnumerable<byte[]> Segments)> tracks) =>
        (await Node.RunAsync("boxes.mjs", tracks.Select(track => new
        {
            track.Name,
            Init = Convert.ToBase64String(track.Init),
            Segments = track.Segments.Select(Convert.ToBase64String),
        }))).Deserialize<List<Mp4Box>>(JsonSerializerOptions.Web)!;
}
