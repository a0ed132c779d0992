using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>A plan for people: ladder, timeline, items, reasons.</summary>
public static class PlanText
{
    public static string Print(TranscodePlan plan)
    {
        var text = new StringBuilder();
        Line(text, $"{plan.Source.FileName}: {plan.Info.Container}, {plan.Info.DurationSeconds:0.00} s, run {plan.RunId}");
        if (plan.Info.Video is { } source)
            Line(text, $"source    {source.Codec} {source.CodedWidth}×{source.CodedHeight} shown {source.Width}×{source.Height}, {source.Frames} frames");
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
        foreach (var item in plan.Items)
            Line(text, $"item      {item.Id,-16} {item.Priority,-6} {item.ExpectedCpuSeconds,7:0.0} CPU-s  {string.Join(' ', item.Renditions)}");
        foreach (var reason in plan.Why)
            Line(text, $"why       {reason}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
