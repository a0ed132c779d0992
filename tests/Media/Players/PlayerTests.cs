using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Players;

/// <summary>What the jobs make of a film with 5.1, a second language and subtitles plays in hls.js and shaka-player.</summary>
public sealed class PlayerTests : IDisposable
{
    private readonly MediaFixture _media = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("players-").FullName;

    public void Dispose()
    {
        _media.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task Players_change_quality_language_and_subtitles_without_a_hole()
    {
        var root = Path.GetFullPath(Path.Combine(Here(), "../../.."));
        Skip.IfNot(Directory.Exists(Path.Combine(root, "node_modules")) && Directory.Exists(Path.Combine(root, "web/node_modules")), "Run npm ci here and in web first.");
        Skip.IfNot(File.Exists(Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium"), "Chromium is not installed.");
        await PublishAsync();

        foreach (var outcome in await PlayAsync(_folder))
        {
            var player = outcome.GetProperty("player").GetString();
            Assert.Empty(outcome.GetProperty("errors").EnumerateArray());
            Assert.Equal(("de", "Hello", 1), (outcome.GetProperty("chosen").GetString(), outcome.GetProperty("text").GetString(), outcome.GetProperty("ranges").GetInt32()));
            Assert.InRange(outcome.GetProperty("time").GetDouble(), 11.9, 12.1);
            var folders = outcome.GetProperty("folders").EnumerateArray().Select(name => name.GetString()!).ToList();
            Assert.Contains(folders, name => name.StartsWith("de-", StringComparison.Ordinal));
            Assert.Contains(folders, name => name.StartsWith("en-", StringComparison.Ordinal));
            Assert.True(player != "hls" || Levels(outcome) == "240 audio-low,360 audio-low,480 audio audio-surround", $"{player}: {outcome}");
        }
    }

    private static string Levels(JsonElement outcome) => string.Join(',', outcome.GetProperty("levels").EnumerateArray().Select(level =>
        $"{level.GetProperty("height").GetInt32()} {string.Join(' ', level.GetProperty("groups").EnumerateArray().Select(group => group.GetString()))}"));

    private async Task PublishAsync()
    {
        var jobs = new JobRunner(_media);
        var srt = await Hostile.FileAsync(Encoding.UTF8.GetBytes("1\n00:00:00,000 --> 00:00:12,000\nHello\n"));
        var plan = await jobs.PlanAsync(
            await Clips.MakeAsync(
                "mkv",
                $"-f lavfi -i testsrc2=s=640x480:r=15:d=12 -f lavfi -i sine=f=440:r=48000:d=12 -f lavfi -i sine=f=880:r=48000:d=12 -f srt -i \"{srt}\" "
                + "-filter_complex \"[1]pan=5.1|FL=c0|FR=c0|FC=c0|LFE=0*c0|BL=c0|BR=c0[en];[2]pan=stereo|c0=c0|c1=c0[de]\" -map 0 -map [en] -map [de] -map 3 "
                + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -c:s srt -metadata:s:a:0 language=eng -metadata:s:a:1 language=ger -metadata:s:s:0 language=eng"),
            JobRunner.Small with { MaxHeight = 480 });
        var markers = new List<ItemMarker>();
        foreach (var item in plan.Items)
            markers.Add(await jobs.MakeAsync(plan, item.Id));
        var presentation = new Packager().Package(plan, markers).Value;

        var writer = new ManifestWriter();
        foreach (var path in _media.Blobs.Paths.Where(path => path.Container == Containers.Media))
            await WriteAsync(path.Name, _media.Blobs[path]);
        await WriteAsync("master.m3u8", writer.HlsMultivariant(presentation, track => $"{track}.m3u8"));
        await WriteAsync("manifest.mpd", writer.DashMpd(presentation, name => name));
        foreach (var track in presentation.Video.Select(video => video.Name).Concat(presentation.Audio.Select(audio => audio.Name)).Concat(presentation.Text.Select(text => text.Name)))
            await WriteAsync($"{track}.m3u8", writer.HlsMedia(presentation, track, name => name)!);
    }

    private Task WriteAsync(string name, string text) => WriteAsync(name, Encoding.UTF8.GetBytes(text));

    private async Task WriteAsync(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes);
    }

    private static async Task<IReadOnlyList<JsonElement>> PlayAsync(string folder)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["play.mjs", folder])
        {
            WorkingDirectory = Here(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{await output}{await errors}");
        var outcomes = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["hls", "shaka"], outcomes.Select(outcome => outcome.GetProperty("player").GetString()));
        return outcomes;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
