using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

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

    /// <summary>What the owner chose; null in plans that are older than the choice.</summary>
    public EncodingChoice? Choice { get; init; }

    /// <summary>The timeline of video output; null for audio-only assets.</summary>
    public OutputGrid? Grid { get; init; }

    /// <summary>Largest first.</summary>
    public required IReadOnlyList<VideoRendition> Video { get; init; }

    public required IReadOnlyList<AudioRendition> Audio { get; init; }
    public required IReadOnlyList<Chunk> Chunks { get; init; }
    public required IReadOnlyList<WorkItemSpec> Items { get; init; }

    /// <summary>How the title is measured before its ladder is settled; null when the rungs are final as they are.</summary>
    public MeasureSpec? Measure { get; init; }

    /// <summary>Pictures to take; null for audio-only assets.</summary>
    public PictureSpec? Pictures { get; init; }

    /// <summary>Text tracks of the source; null when there are none.</summary>
    public IReadOnlyList<TextRendition>? Text { get; init; }

    /// <summary>Null leaves sound at the source's level.</summary>
    public LoudnessTarget? Loudness { get; init; }

    /// <summary>The waveform of an asset that is only heard; null when there are pictures to take.</summary>
    public WaveformSpec? Waveform { get; init; }

    /// <summary>Key frames kept for trick play; null when none are.</summary>
    public KeyFrameSpec? KeyFrames { get; init; }

    /// <summary>What to ask the owner before anything is made; null when it costs no more than its cap. Decides no bytes: not part of the hash.</summary>
    public CostQuestion? Question { get; init; }

    /// <summary>The image of <see cref="EncodingChoice.Watermark"/>, whose name is its content's hash; null without.</summary>
    public Storage.BlobPath? WatermarkImage { get; init; }

    /// <summary>The published revision that the renditions are added to; null for a run that makes one of its own.</summary>
    public Extensions.PlannedExtension? Extends { get; init; }

    /// <summary>Why the planner chose so, a sentence each; not part of the hash.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary><c>{generation}-{first 16 hex digits of the plan's SHA-256}</c>.</summary>
    [JsonIgnore]
    public string RunId => SettledFrom ?? $"{Generation}-{Hash()}";

    /// <summary>The run that a settled plan belongs to: that of the plan it was before.</summary>
    internal string? SettledFrom { get; init; }

    public WorkItemSpec Item(string id) => FindItem(id) ?? throw new ArgumentException($"The plan has no item {id}.", nameof(id));

    /// <summary>An item, or a part of one (<see cref="WorkItemSpec.Parts"/>); null when there is none.</summary>
    public WorkItemSpec? FindItem(string id) =>
        Items.FirstOrDefault(item => item.Id == id) ?? Items.SelectMany(item => item.Parts()).FirstOrDefault(part => part.Id == id);

    /// <summary>
    /// Whose folder the bytes that an item makes of a rendition go to. A head start knows nothing of how loud the whole is,
    /// so its sound is its own; where sound stays as it is, it is the audio item's sound at the audio item's place.
    /// </summary>
    public WorkItemKind FolderOf(WorkItemSpec item, string rendition) =>
        item.Kind == WorkItemKind.HeadStart && Loudness is null && Audio.Any(audio => audio.Name == rendition) ? WorkItemKind.Audio : item.Kind;

    /// <summary>The plan with the ladder that was chosen for its title: items lose the rungs that were dropped, and go when they have none left.</summary>
    public TranscodePlan Settled(LadderChoice ladder)
    {
        var kept = ladder.Video.Select(rung => rung.Name).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            SettledFrom = RunId,
            Video = ladder.Video,
            Items =
            [
                .. Items
                    .Select(item => item.Kind == WorkItemKind.Video ? item with { Renditions = [.. item.Renditions.Where(kept.Contains)] } : item)
                    .Where(item => item.Kind != WorkItemKind.Video || item.Renditions.Count > 0),
            ],
            Why = [.. Why, .. ladder.Why],
        };
    }

    private string Hash()
    {
        var json = JsonSerializer.Serialize(this with { Why = [], Question = null }, DomainJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
    }
}
