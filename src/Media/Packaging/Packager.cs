using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Joining;

namespace StreamPlatform.Media.Packaging;

/// <summary>
/// Joins what the items made. Video rungs must be cut alike to the frame. Audio must be contiguous from 0, but may end before
/// or after the video, as the source's does: players play on without the track that has ended, and inventing silence or
/// cutting sound is not the packager's to decide. An audio track that held nothing is left out, and so is a
/// rendition that could not be made, as long as what is left is worth watching.
/// </summary>
internal sealed class Packager : IPackager
{
    public Result<Presentation> Package(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        var byItem = markers.GroupBy(marker => marker.ItemId).ToDictionary(group => group.Key, group => group.First());
        var lost = LostRenditions.Of(plan, byItem);
        if (RequiredRenditions.Of(plan).FirstOrDefault(group => group.All(lost.ContainsKey)) is { } group)
            return new Error(lost[group[0]].Code, 422, lost[group[0]].Message);

        var video = Join(plan, byItem, WorkItemKind.Video, plan.Video.Select(rendition => rendition.Name).Where(name => !lost.ContainsKey(name)));
        if (video.Error is not null) return video.Error;
        var audio = Join(plan, byItem, WorkItemKind.Audio, plan.Audio.Select(rendition => rendition.Name).Where(name => !lost.ContainsKey(name)));
        if (audio.Error is not null) return audio.Error;
        var sound = audio.Value.Where(track => track.Segments.Count > 0).ToList();
        if (video.Value.Count > 0 ? video.Value.All(track => track.Segments.Count == 0) : sound.Count == 0) return PackageErrors.NoFrames;
        if (Misplaced(plan.Grid, video.Value) is { } error) return error;
        return Present(plan, video.Value, sound, JoinedPictures.Of(plan, byItem), Texts(plan, byItem));
    }

    private static Result<List<JoinedTrack>> Join(
        TranscodePlan plan, Dictionary<string, ItemMarker> markers, WorkItemKind kind, IEnumerable<string> renditions)
    {
        var tracks = new List<JoinedTrack>();
        foreach (var rendition in renditions)
        {
            var outputs = new List<RenditionOutput>();
            foreach (var item in plan.Items.Where(item => item.Kind == kind && item.Renditions.Contains(rendition)).OrderBy(item => item.FirstChunk))
            {
                if (MadeBy(item, rendition, markers) is not { } made) return PackageErrors.Missing(item.Id);
                outputs.AddRange(made.Outputs.Where(output => output.Rendition == rendition));
            }

            var track = JoinedTrack.Join(rendition, outputs);
            if (track.Error is not null) return track.Error;
            tracks.Add(track.Value);
        }

        return tracks;
    }

    /// <summary>The item's marker, or that of the part of it that made the rendition after the item had failed.</summary>
    private static ItemMarker? MadeBy(WorkItemSpec item, string rendition, Dictionary<string, ItemMarker> markers) =>
        new[] { item.Id, WorkItemSpec.PartId(item.Id, rendition) }.Select(markers.GetValueOrDefault).FirstOrDefault(marker => marker is { Failure: null });

    /// <summary>Every rung on the grid, whole segments but for the last, and all rungs cut alike.</summary>
    private static Error? Misplaced(OutputGrid? grid, List<JoinedTrack> video)
    {
        if (video.Count == 0) return null;
        if (grid is null) throw new ArgumentException("A plan with video has a grid.", nameof(grid));
        var first = video[0];
        foreach (var segment in first.Segments)
        {
            var whole = segment == first.Segments[^1] ? segment.Samples <= grid.SegmentFrames : segment.Samples == grid.SegmentFrames;
            if (!whole || segment.Duration != (long)segment.Samples * grid.FrameTicks || first.Timescale != grid.Timescale)
                return PackageErrors.OffGrid(first.Rendition, segment.Number);
        }

        var other = video.FirstOrDefault(track => track.Timescale != first.Timescale
            || !track.Segments.Select(s => (s.Start, s.Duration, s.Samples)).SequenceEqual(first.Segments.Select(s => (s.Start, s.Duration, s.Samples))));
        return other is null ? null : PackageErrors.Misaligned(other.Rendition, first.Rendition);
    }

    /// <summary>Text is an ornament: what could not be made is not there.</summary>
    private static List<PresentedText> Texts(TranscodePlan plan, Dictionary<string, ItemMarker> markers)
    {
        var paths = new RunPaths(plan.AssetId, plan.RunId);
        var made = plan.Items.Where(item => item.Kind == WorkItemKind.Text && markers.ContainsKey(item.Id))
            .SelectMany(item => markers[item.Id].Texts).DistinctBy(output => output.Rendition).ToDictionary(output => output.Rendition);
        return [.. (plan.Text ?? []).Where(text => made.ContainsKey(text.Name)).Select(text =>
            new PresentedText(text.Name, text.Language, text.Label, text.Kind, paths.Text(text.Name).Name, made[text.Name].Bytes))];
    }

    private static Presentation Present(TranscodePlan plan, List<JoinedTrack> video, List<JoinedTrack> audio, JoinedPictures pictures, List<PresentedText> texts)
    {
        var paths = new RunPaths(plan.AssetId, plan.RunId);
        var tracks = video.Concat(audio).ToList();
        var target = tracks.Max(track => track.Segments.Max(segment => (double)segment.Duration / track.Timescale));
        return new Presentation
        {
            AssetId = paths.AssetId,
            RunId = paths.RunId,
            Complete = true,
            DurationSeconds = tracks.Max(track => track.EndSeconds),
            TargetSegmentSeconds = target,
            Video = [.. video.Select(track => (rendition: plan.Video.First(rung => rung.Name == track.Rendition), track)).OrderByDescending(pair => pair.rendition.Height).Select(pair =>
            {
                var bandwidth = Bandwidth.Of(pair.track.Segments, pair.track.Timescale, target);
                return new PresentedVideo
                {
                    Name = pair.rendition.Name,
                    Codecs = pair.track.Codecs,
                    Timescale = pair.track.Timescale,
                    AverageBitrate = bandwidth.Average,
                    PeakBitrate = bandwidth.Peak,
                    Segments = Segments(paths, WorkItemKind.Video, pair.track),
                    Width = pair.rendition.Width,
                    Height = pair.rendition.Height,
                    FrameRate = plan.Grid!.FrameRate,
                };
            })],
            Audio = [.. audio.Select(track =>
            {
                var rendition = plan.Audio.First(candidate => candidate.Name == track.Rendition);
                var bandwidth = Bandwidth.Of(track.Segments, track.Timescale, target);
                return new PresentedAudio
                {
                    Name = track.Rendition,
                    Codecs = track.Codecs,
                    Timescale = track.Timescale,
                    AverageBitrate = bandwidth.Average,
                    PeakBitrate = bandwidth.Peak,
                    Segments = Segments(paths, WorkItemKind.Audio, track),
                    Channels = rendition.Channels,
                    SampleRate = rendition.SampleRate,
                    Language = rendition.Language,
                    Label = rendition.Label,
                    Role = rendition.Role,
                    IsDefault = rendition.IsDefault,
                };
            })],
            Text = texts,
            Chapters = [.. SourceChapters.Of(plan.Info)],
            KeyFrames = [.. KeyFrameTracks.Of(plan, video, target)],
            Thumbnails = pictures.Thumbnails,
            Poster = pictures.Poster,
            Storyboard = pictures.Storyboard,
            Preview = pictures.Preview,
            Waveform = pictures.Waveform,
        };
    }

    private static List<PresentedSegment> Segments(RunPaths paths, WorkItemKind kind, JoinedTrack track)
    {
        var init = paths.Init(kind, track.Rendition).Name;
        return [.. track.Segments.Select(segment => new PresentedSegment(
            paths.Segment(kind, track.Rendition, segment.Number).Name, init, segment.Start, segment.Duration, segment.Bytes))];
    }
}
