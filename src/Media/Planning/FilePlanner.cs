using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Measuring;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Planning;

/// <summary>Plans a file of this machine as the platform would plan it once it is uploaded, without making anything.</summary>
public sealed class FilePlanner(MediaOptions media, ProbeOptions probing, PlanOptions planning, TimeProvider time)
{
    /// <param name="watermark">A PNG image to burn in, and where.</param>
    /// <param name="measure">Measure the title too, and settle its ladder by it, where the plan has it so; takes its share of the work.</param>
    /// <returns>The plan, or why the file or the image is refused (<c>source.*</c>, <c>watermark.*</c>).</returns>
    /// <exception cref="Transcoding.EncodeException">The title can't be measured.</exception>
    public async Task<Result<TranscodePlan>> PlanAsync(
        string file, EncodingChoice choice, (byte[] Png, WatermarkCorner Corner)? watermark, bool measure, CancellationToken ct)
    {
        if (watermark is var (png, corner))
        {
            if (new PngReader().Read(png).Error is { } refused)
                return refused;
            choice = choice with { Watermark = new WatermarkChoice(Convert.ToHexStringLower(SHA256.HashData(png))) { Corner = corner } };
        }

        var bytes = new FileInfo(file).Length;
        if (bytes == 0)
            return SourceErrors.Empty;
        if (!PaddingRepair.IsNeeded(file))
            return await PlanAsync(file, Path.GetFileName(file), bytes, choice, measure, ct);

        // The file of somebody isn't written to: a copy is mended, as that of an upload is.
        var copy = Scratch.Open(media.ScratchFolder).NewPath();
        try
        {
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            PaddingRepair.Repair(copy);
            return await PlanAsync(copy, Path.GetFileName(file), bytes, choice, measure, ct);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<Result<TranscodePlan>> PlanAsync(string file, string name, long bytes, EncodingChoice choice, bool measure, CancellationToken ct)
    {
        var source = new SourceFile("", file, "", bytes, name);
        var prober = new FfprobeMediaProber(null!, null!, media, probing, time, NullLogger<FfprobeMediaProber>.Instance);
        var info = await prober.ProbeFileAsync(file, bytes, choice.KeepDamaged, ct);
        if (!info.Succeeded)
            return info.Error!;

        var planner = new TranscodePlanner(planning);
        var planned = planner.Plan("asset", 1, source, info.Value, choice);
        return measure && planned is { Succeeded: true, Value.Measure: not null } ? await SettleAsync(planner, planned.Value, ct) : planned;
    }

    private async Task<TranscodePlan> SettleAsync(TranscodePlanner planner, TranscodePlan plan, CancellationToken ct)
    {
        using var copy = SourceCopy.OfFile(plan.Source);
        var measurer = new TitleMeasurer(media, time);
        var found = new List<RungMeasurement>();
        foreach (var item in plan.Items.Where(item => item.Kind == WorkItemKind.Measure))
            found.AddRange(await measurer.MeasureAsync(plan, item, copy, ct));
        return plan.Settled(planner.ChooseLadder(plan, found));
    }
}
