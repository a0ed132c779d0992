using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>A plan for people: ladder, timeline, items, reasons.</summary>
public static class PlanText
{
    /// <param name="prices">Null leaves costs out.</param>
    public static string Print(TranscodePlan plan, PlanPrices? prices = null)
    {
        var text = new StringBuilder();
        Line(text, $"{plan.Source.FileName}: {plan.Info.Container}, {plan.Info.DurationSeconds:0.00} s, run {plan.RunId}");
        if (plan.Choice?.Trim is not null)
            Line(text, $"trim      from {plan.Info.InOriginal(0):0.###} to {plan.Info.InOriginal(plan.Info.DurationSeconds):0.###} s of the file");
        foreach (var warning in plan.Info.Warnings)
            Line(text, $"warning   {warning.Code}: {warning.Message}");
        if (plan.Info.Video is { } source)
            Line(text, $"source    {source.Codec} {source.CodedWidth}×{source.CodedHeight} shown {source.Width}×{source.Height}, {source.Frames} frames, {Pixels(source)}");
        if (plan.Grid is { } grid)
            Line(text, $"timeline  {grid.FrameRate} fps, {grid.TotalFrames} frames, {grid.FrameTicks}/{grid.Timescale} a frame, GOP {grid.GopFrames}, segment {grid.SegmentSeconds:0.###} s");
        foreach (var rung in plan.Video)
            Line(text, $"video     {rung.Name,-6} {rung.Width}×{rung.Height} {rung.Codec} {rung.Preset} CRF {rung.Crf} ≤ {rung.MaxBitrate / 1000} kbit/s, buffer {rung.BufferBits / 1000} kbit");
        foreach (var audio in plan.Audio)
            Line(text, $"audio     {audio.Name} {audio.Codec} {audio.Channels} channels {audio.SampleRate} Hz {audio.Bitrate / 1000} kbit/s{(audio.Label is null ? "" : $", {audio.Label}")}");
        if (plan.Loudness is { } loudness)
            Line(text, $"loudness  {loudness.IntegratedLufs:0.#} LUFS, true peak {loudness.TruePeakDb:0.#} dB, at most {loudness.MostGainDb:0.#} dB up");
        foreach (var track in plan.Text ?? [])
            Line(text, $"text      {track.Name} from {track.Codec}, {track.Label}");
        foreach (var chunk in plan.Chunks.Count > 1 ? plan.Chunks : [])
            Line(text, $"chunk     {chunk.Index} from frame {chunk.StartFrame}{(chunk.FrameCount is { } frames ? $", {frames} frames" : " to the end")}");
        foreach (var item in plan.Items)
            Line(text, $"item      {item.Id,-16} {item.Priority,-6} {item.ExpectedCpuSeconds,7:0.0} CPU-s  {string.Join(' ', item.Renditions)}");
        if (prices is not null)
        {
            var cost = PlanCost.Of(plan, prices);
            Line(text, $"cost      {cost.CpuSeconds:0} CPU-s: ${cost.MakeDollars:0.0000} at ${prices.CpuHour} a CPU hour; at most {cost.Bytes / 1e6:0} MB: ${cost.MonthDollars:0.0000} a month at ${prices.GigabyteMonth} a GB");
        }

        if (plan.Question is { } question)
            Line(text, $"cap       ${question.ExpectedDollars} is expected, more than the cap of ${question.CapDollars}: it would wait for its owner's yes");
        foreach (var reason in plan.Why)
            Line(text, $"why       {reason}");
        return text.ToString();
    }

    /// <summary>Chroma, depth, range and what had to be found out: <c>4:2:0 10 bit HLG interlaced</c>.</summary>
    private static string Pixels(VideoTrack video) => string.Join(' ', new[]
    {
        video.Chroma,
        video.BitDepth is { } depth ? string.Create(CultureInfo.InvariantCulture, $"{depth} bit") : null,
        video.DynamicRange switch { DynamicRange.Pq => "PQ", DynamicRange.Hlg => "HLG", _ => video.Matrix ?? "untagged" },
        video.FullRange ? "full range" : null,
        video.Interlaced ? "interlaced" : video.Telecined ? "telecined" : null,
        video.RotationDegrees != 0 ? string.Create(CultureInfo.InvariantCulture, $"turned {video.RotationDegrees}°") : null,
        video.Reflected ? "mirrored" : null,
        video.DolbyVisionProfile is { } profile ? string.Create(CultureInfo.InvariantCulture, $"Dolby Vision {profile}") : null,
    }.Where(word => word is not null));

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
