using System.Text;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>The shared encode, cut, packaged and written: a whole small site in memory, in which tests break things.</summary>
internal sealed class Published : IMediaFetcher
{
    public static readonly Uri Root = new("https://media.test/");

    public Dictionary<string, byte[]> Files { get; } = [];

    public required Presentation Presentation { get; init; }

    public static Uri Hls { get; } = new(Root, "master.m3u8");

    public static Uri Dash { get; } = new(Root, "manifest.mpd");

    private static long SegmentTicks => (long)Encoded.Grid.SegmentFrames * Encoded.Grid.FrameTicks;

    public static TranscodePlan Plan { get; } = new()
    {
        AssetId = "asset_1",
        Generation = 1,
        Source = new SourceFile("uploads", "a/b", "e", 1, "clip.mp4"),
        Info = new SourceInfo { Container = "mov", DurationSeconds = 9, Bytes = 1 },
        Grid = Encoded.Grid,
        Video =
        [
            new VideoRendition("180p", "h264", 320, 180, 23, 1_000_000, 2_000_000, "veryfast", "high"),
            new VideoRendition("90p", "h264", 160, 90, 23, 500_000, 1_000_000, "veryfast", "high"),
        ],
        Audio = [new AudioRendition("audio", "aac", 1, 1, 48000, 64000, "und")],
        Pictures = new PictureSpec([0.1, 0.25], 320, 180, 0.1, 320, 180) { Storyboard = new StoryboardSpec(1, 9, 160, 90, 2, 2) },
        Chunks = [new Chunk(0, 0, 120), new Chunk(1, 120, null)],
        Items =
        [
            new WorkItemSpec("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, ["90p"], 1, 60),
            new WorkItemSpec("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["180p", "90p"], 1),
            new WorkItemSpec("video-c1", WorkItemKind.Video, WorkPriority.Normal, 1, 1, ["180p", "90p"], 1),
            new WorkItemSpec("audio", WorkItemKind.Audio, WorkPriority.Normal, 0, 2, ["audio"], 1),
            new WorkItemSpec("pictures", WorkItemKind.Pictures, WorkPriority.Normal, 0, 2, [], 1),
        ],
    };

    /// <summary>What the items of <see cref="Plan"/> would have marked: two chunks of video, audio, pictures.</summary>
    public static List<ItemMarker> Markers(IReadOnlyList<CutPart> parts)
    {
        return
        [
            new() { ItemId = "video-c0", Outputs = [Output("180p", 0, 2), Output("90p", 0, 2)] },
            new() { ItemId = "video-c1", Outputs = [Output("180p", 2, 99), Output("90p", 2, 99)] },
            new() { ItemId = "audio", Outputs = [Output("audio", 0, 99)] },
            new() { ItemId = "pictures", Pictures = ["poster.jpg", "thumbnail-10.jpg", "thumbnail-25.jpg", "storyboard/000000.jpg", "storyboard/000001.jpg", "storyboard/000002.jpg", "preview.mp4", "preview.webp"] },
        ];

        RenditionOutput Output(string rendition, int from, int to) => new()
        {
            Rendition = rendition,
            Codecs = parts.Init(rendition).Codecs,
            InitHash = parts.Init(rendition).Hash,
            Timescale = parts.Init(rendition).Timescale,
            Segments = [.. parts.Segments(rendition).Select(part => part.Facts).Where(facts => facts.Number >= from && facts.Number < to)],
            KeyFrames = [.. parts.KeyFrames(rendition).Select(part => part.Facts).Where(blob => blob.Start >= from * SegmentTicks && blob.Start < to * SegmentTicks)],
        };
    }

    public static async Task<Published> CreateAsync()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        var published = new Published { Presentation = new Packager().Package(Plan, Markers(parts)).Value };
        var paths = new RunPaths(Plan.AssetId, Plan.RunId);
        foreach (var part in parts)
        {
            var kind = part.Rendition == "audio" ? WorkItemKind.Audio : WorkItemKind.Video;
            if (part is InitPart init) published.Files[paths.Init(kind, part.Rendition).Name] = init.Bytes.ToArray();
            else if (part is SegmentPart segment) published.Files[paths.Segment(kind, part.Rendition, segment.Facts.Number).Name] = segment.Bytes.ToArray();
            else if (part is KeyFramePart keys) published.Files[paths.KeyFrames(part.Rendition, keys.Facts.Start).Name] = keys.Bytes.ToArray();
        }

        published.WriteManifests();
        return published;
    }

    public static string Uri(string name) => $"{Root}{name}?e=1&s=a%2Fb$1";

    public string Segment(string rendition, int number) =>
        Presentation.Video.Concat<PresentedTrack>(Presentation.Audio).Single(track => track.Name == rendition).Segments[number].Name;

    public string Text(string file) => Encoding.UTF8.GetString(Files[file]);

    public void Replace(string file, string old, string with)
    {
        Assert.Contains(old, Text(file), StringComparison.Ordinal);
        Files[file] = Encoding.UTF8.GetBytes(Text(file).Replace(old, with, StringComparison.Ordinal));
    }

    public Task<CheckReport> CheckAsync(Uri? manifest = null) => PresentationChecker.CheckAsync(manifest ?? Hls, this, null, default);

    public Task<ReadOnlyMemory<byte>?> GetAsync(Uri uri, long maxBytes, CancellationToken ct) =>
        Task.FromResult(Files.TryGetValue(uri.AbsolutePath[1..], out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);

    private void WriteManifests()
    {
        var writer = new ManifestWriter();
        Write("master.m3u8", writer.HlsMultivariant(Presentation, track => $"{track}.m3u8?token=x"));
        foreach (var track in new[] { "180p", "90p", "90p-keys", "audio" })
            Write($"{track}.m3u8", writer.HlsMedia(Presentation, track, Uri)!);
        Write("manifest.mpd", writer.DashMpd(Presentation, Uri));

        void Write(string file, string text) => Files[file] = Encoding.UTF8.GetBytes(text);
    }
}
