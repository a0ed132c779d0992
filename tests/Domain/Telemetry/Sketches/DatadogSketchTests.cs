using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

/// <summary>A second opinion: the sketch's inventors' own library.</summary>
public sealed class DatadogSketchTests
{
    private static readonly double[] Shares = [0, 0.05, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];
    private static readonly string Folder = Here();

    [SkippableTheory]
    [InlineData("log-normal")]
    [InlineData("pareto")]
    public async Task Datadogs_sketch_tells_the_same_of_the_same_values_merged_from_parts(string shape)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "../../../node_modules/@datadog")), "The tests' npm packages are not installed.");
        var parts = Samples.Of(shape, 30_000).Chunk(7_000).ToArray();
        var merged = new DDSketch();
        foreach (var part in parts.Reverse())
            merged.MergeWith(DDSketchTests.Of(part));

        var theirs = await AskAsync(parts);

        Assert.Equal(Shares.Length, theirs.Length);
        Assert.All(Shares.Zip(theirs), pair => Assert.InRange(merged.Quantile(pair.First) / pair.Second, 1 - 1e-9, 1 + 1e-9));
    }

    private static async Task<double[]> AskAsync(double[][] parts)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "quantiles.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { accuracy = DDSketch.RelativeAccuracy, shares = Shares, parts }));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<double[]>(await output)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
