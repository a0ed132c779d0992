using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Measuring;

namespace StreamPlatform.Media.Planning;

/// <summary>Source facts to plan: ladder, timeline, chunks, items.</summary>
public sealed class TranscodePlanner(PlanOptions options) : ITranscodePlanner
{
    /// <summary>What streaming services play at (AES TD1008 asks for −18 to −16 LUFS and −1 dBTP); limits as the record tells.</summary>
    private static readonly LoudnessTarget Loudness = new(-16, -1, MostGainDb: 20, MostLimitingDb: 10);

    public Result<TranscodePlan> Plan(string assetId, int generation, SourceFile source, SourceInfo info, EncodingChoice? choice = null)
    {
        var profile = options.ProfileFor(choice);
        if (profile.Video.Count == 0)
            info = info with { Video = null };
        if (info.Video is null && info.Audio.Count == 0)
            return Probing.SourceErrors.NoTracks;

        var trimmed = Trimming.Apply(info, choice?.Trim);
        if (!trimmed.Succeeded)
            return trimmed.Error!;
        info = trimmed.Value;
        if (choice?.Watermark is not null && profile.Hdr)
        {
            // Its white has no one place in another range.
            profile = profile with { Hdr = false };
            if (info.Video is { DynamicRange: not DynamicRange.Standard })
                info = info with { Warnings = [.. info.Warnings, WatermarkErrors.StandardRange] };
        }


        var grid = info.Video is { } track ? Grids.For(track, info.DurationSeconds) : null;
        var video = info.Video is { } v ? Ladder.For(v, profile, options) : [];
        var audio = AudioRenditions.For(info.Audio);
        var fanOut = grid is null ? FanOutChoice.None : new FanOut(info, options).Choose(grid, video, audio);
        var pictures = options.Pictures && info.Video is { } shown ? PicturePlans.Of(shown, info.DurationSeconds, info.Bytes) : null;
        var waveform = options.Pictures && info is { Video: null, Audio: [var heard, ..] } ? PicturePlans.Of(heard) : null;
        var pictureCost = pictures is not null ? CostModel.Pictures(info.Video!, pictures) : waveform is not null ? CostModel.Waveform(info.DurationSeconds) : (double?)null;
        var measure = grid is null || info.ClockJumps ? null : MeasuredSpans.For(grid, profile, options);
        var items = new Items(info, options, fanOut, choice?.Watermark is not null);
        var text = TextRenditions.For(info);
        var plan = new TranscodePlan
        {
            AssetId = assetId,
            Generation = generation,
            Source = source,
            Info = info,
            Choice = choice,
            Grid = grid,
            Video = video,
            Audio = audio,
            Chunks = fanOut.Chunks,
            Items = items.For(grid, video, audio, measure, pictureCost, text),
            Measure = measure,
            Pictures = pictures,
            Waveform = waveform,
            KeyFrames = TrickPlay.For(video),
            Text = text,
            Loudness = options.Loudness && audio.Count > 0 ? Loudness : null,
            Why = [.. fanOut.Why, .. items.Why],
        };
        return plan with { Question = PlanCost.Ask(plan, options) };
    }

    public LadderChoice ChooseLadder(TranscodePlan plan, IReadOnlyList<RungMeasurement> measurements) =>
        new LadderChooser(plan, measurements).Choose();
}
