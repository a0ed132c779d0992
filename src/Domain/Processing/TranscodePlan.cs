using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing;

/// <summary>
/// Everything that decides the bytes a run produces, as data: it can be printed, compared and tested without ffmpeg. Its
/// hash is part of every path the run writes, so that equal plans write equal blobs and different ones never collide.
/// </summary>
public sealed record TranscodePlan
{
    public int Version { get; init; } = 1;
    public required string AssetId { get; init; }

    /// <summary><see cref="Asset.Generation"/> of the run; makes reprocessing with an unchanged plan a run of its own.</summary>
    public required int Generation { get; init; }

    public required SourceFile Source { get; init; }
    public required SourceInfo Info { get; init; }

    /// <summary>The timeline of video output; null for audio-only assets.</summary>
    public OutputGrid? Grid { get; init; }

    /// <summary>Largest first.</summary>
    public required IReadOnlyList<VideoRendition> Video { get; init; }

    public required IReadOnlyList<AudioRendition> Audio { get; init; }
    public required IReadOnlyList<Chunk> Chunks { get; init; }
    public required IReadOnlyList<WorkItemSpec> Items { get; init; }

    /// <summary>Pictures to take; null for audio-only assets.</summary>
    public PictureSpec? Pictures { get; init; }

    /// <summary>Why the planner chose so, a sentence each; not part of the hash.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary><c>{generation}-{first 16 hex digits of the plan's SHA-256}</c>.</summary>
    [JsonIgnore]
    public string RunId => $"{Generation}-{Hash()}";

    public WorkItemSpec Item(string id) =>
        Items.FirstOrDefault(item => item.Id == id) ?? throw new ArgumentException($"The plan has no item {id}.", nameof(id));

    private string Hash()
    {
        var json = JsonSerializer.Serialize(this with { Why = [] }, DomainJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
    }
}

/// <summary>
/// The output timeline: constant frame rate, GOPs of equal length, segments of whole GOPs. Times are in ticks of
/// <see cref="Timescale"/>; every frame lasts <see cref="FrameTicks"/>.
/// </summary>
/// <param name="FrameRate">Exact output rate; timescale = numerator × k, frame ticks = denominator × k.</param>
/// <param name="GopFrames">Frames from one key frame to the next (closed GOPs).</param>
/// <param name="SegmentFrames">Frames a segment; a multiple of <paramref name="GopFrames"/>.</param>
public sealed record OutputGrid(Rational FrameRate, int Timescale, int FrameTicks, int GopFrames, int SegmentFrames)
{
    /// <summary>
    /// Frames of the whole timeline. Every rendition has exactly so many (the last picture is held when the source's
    /// video ends early), and audio ends with them. 0 in plans that leave the end to the source.
    /// </summary>
    public long TotalFrames { get; init; }

    [JsonIgnore]
    public double SegmentSeconds => (double)SegmentFrames * FrameTicks / Timescale;
}

/// <summary>One rung of the ladder. Bitrates in bits a second, <paramref name="BufferBits"/> is the VBV buffer.</summary>
public sealed record VideoRendition(
    string Name,
    string Codec,
    int Width,
    int Height,
    int Crf,
    long MaxBitrate,
    long BufferBits,
    string Preset,
    string Profile);

/// <summary>One audio rendition, encoded once for the whole asset. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioRendition(string Name, string Codec, int SourceStreamIndex, int Channels, int SampleRate, long Bitrate, string Language);

/// <summary>A run of whole segments that is encoded by one item. <paramref name="FrameCount"/> is null for the last: to the end.</summary>
public sealed record Chunk(int Index, long StartFrame, long? FrameCount);

/// <summary>Thumbnails at these fractions of the duration, and a poster.</summary>
public sealed record PictureSpec(IReadOnlyList<double> ThumbnailFractions, int ThumbnailWidth, int ThumbnailHeight, double PosterFraction, int PosterWidth, int PosterHeight);

/// <summary>What a work item makes.</summary>
public enum WorkItemKind
{
    /// <summary>
    /// The first segments of one low rung, in a folder of their own, and of all sound, in the place where the audio item
    /// would make the same bytes, so that playback starts within seconds.
    /// </summary>
    HeadStart,

    /// <summary>A range of chunks in a set of renditions, decoded once.</summary>
    Video,

    /// <summary>Every audio rendition for the whole asset.</summary>
    Audio,

    /// <summary>Thumbnails and the poster.</summary>
    Pictures,
}

/// <summary>Which queue an item goes to: high first.</summary>
public enum WorkPriority
{
    High,
    Normal,
}

/// <summary>One unit of transcoding work: a chunk range and a set of renditions, done by one job in one run.</summary>
/// <param name="Id">Unique in the plan and safe in a path: <c>head</c>, <c>audio</c>, <c>pictures</c>, <c>video-c0</c>, <c>video-c0-1080p</c>.</param>
/// <param name="ExpectedCpuSeconds">The planner's estimate, also the base of the job's time limit.</param>
/// <param name="FrameLimit">For a head start: how many frames from the start; null otherwise.</param>
public sealed record WorkItemSpec(
    string Id,
    WorkItemKind Kind,
    WorkPriority Priority,
    int FirstChunk,
    int ChunkCount,
    IReadOnlyList<string> Renditions,
    double ExpectedCpuSeconds,
    long? FrameLimit = null);
