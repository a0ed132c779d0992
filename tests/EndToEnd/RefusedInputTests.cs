using System.Buffers.Binary;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>
/// What is not a playable video ends as failed, with a stable code and a sentence, in bounded time, and leaves nothing but
/// its original.
/// </summary>
[Collection(RefusingPlatformCollection.Name)]
public sealed class RefusedInputTests(RefusingPlatform refusing)
{
    private Platform Platform => refusing.Platform;

    [Fact]
    public async Task Each_kind_of_bad_input_is_refused_with_its_code_and_the_good_files_beside_it_are_ready()
    {
        var folder = Platform.Folder;
        var good = await Samples.VideoAsync(folder, "good.mp4", seconds: 3, size: "320x240");
        var expected = new Dictionary<string, string?>
        {
            [good] = null,
            [await Samples.BytesAsync(folder, "text.mp4", "This is not a video."u8.ToArray())] = "source.not_media",
            [await TruncatedAsync(folder)] = "source.truncated",
            [await WithoutFramesAsync(folder)] = "source.no_frames",
            [await UndecodableAsync(folder)] = "source.undecodable",
            [await RepeatedAsync(folder, "long.mp4", "color=size=160x120:rate=5:duration=20", 64)] = "source.too_long",
            [await RepeatedAsync(folder, "bomb.mp4", "color=size=3840x2160:rate=60:duration=2", 200)] = "source.too_costly",
            [await Samples.BytesAsync(folder, "large.mp4", new byte[RefusingPlatform.MaxBytes + 1])] = "upload.too_large",
            [await Samples.BytesAsync(folder, "empty.mp4", [])] = "upload.size_invalid",
        };

        var (exitCode, files) = await Platform.PublishAsync([.. expected.Keys]);

        Assert.Equal(3, exitCode);
        Assert.Equal(expected.Values, files.Select(file => file.Error?.Code));
        Assert.All(files, file => Assert.Equal(file.Error is null ? "ready" : "failed", file.Status));
        Assert.All(files.Where(file => file.Error is not null), file => Assert.EndsWith(".", file.Error!.Message));
        await OnlyOriginalsAreLeftAsync(files.Where(file => file is { Status: "failed", AssetId: not null }).Select(file => file.AssetId!));
    }

    [Fact]
    public async Task A_clip_that_claims_hours_and_holds_a_second_lasts_a_second()
    {
        var fragmented = await FragmentedAsync(Platform.Folder, "claims.mp4");
        var bytes = await File.ReadAllBytesAsync(fragmented);
        foreach (var header in new[] { "mvhd", "mdhd" })
        {
            var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(header));
            var unit = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 16));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at + 20), unit * 100_000);
        }

        await File.WriteAllBytesAsync(fragmented, bytes);

        var (exitCode, files) = await Platform.PublishAsync(fragmented);

        Assert.True(exitCode == 0, $"{files[0].Error}");
        var asset = (await new Creator(Platform).FindAsync(files[0].AssetId!))!.Value;
        Assert.Equal(1, asset.GetProperty("durationSeconds").GetDouble(), 0.05);
        Assert.Contains(
            "source.shorter_than_claimed", asset.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    private Task OnlyOriginalsAreLeftAsync(IEnumerable<string> assets) => Eventually.HoldsAsync(
        async () =>
        {
            foreach (var asset in assets)
                if (await StoredBlobs.NamesOfAsync(Platform, asset) is not [var only] || !only.StartsWith("uploads/", StringComparison.Ordinal))
                    return false;
            return true;
        },
        TimeSpan.FromSeconds(30),
        "refused assets keep their original and nothing else");

    private static async Task<string> TruncatedAsync(string folder)
    {
        var file = Path.Combine(folder, "truncated.mp4");
        await Samples.FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=5", "-c:v", "libx264", file);
        var whole = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)]);
        return file;
    }

    private static async Task<string> FragmentedAsync(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        await Samples.FfmpegAsync(
            "-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=1", "-c:v", "libx264", "-movflags", "frag_keyframe+empty_moov", file);
        return file;
    }

    /// <summary>The header of a fragmented file, without its fragments.</summary>
    private static async Task<string> WithoutFramesAsync(string folder)
    {
        var file = await FragmentedAsync(folder, "frameless.mp4");
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.AsSpan().IndexOf("moof"u8) - 4)]);
        return file;
    }

    /// <summary>A sound header with nothing but zeros for frames.</summary>
    private static async Task<string> UndecodableAsync(string folder)
    {
        var file = await FragmentedAsync(folder, "undecodable.mp4");
        var bytes = await File.ReadAllBytesAsync(file);
        var start = bytes.AsSpan().IndexOf("mdat"u8) + 4;
        var end = start + bytes.AsSpan(start).IndexOf("mfra"u8) - 4;
        bytes.AsSpan(start, end - start).Clear();
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }

    /// <summary>A still picture, encoded once and strung together: long for its bytes and quick to make.</summary>
    private static async Task<string> RepeatedAsync(string folder, string name, string picture, int times)
    {
        var (once, file) = (Path.Combine(folder, $"once-{name}"), Path.Combine(folder, name));
        await Samples.FfmpegAsync("-f", "lavfi", "-i", picture, "-c:v", "libx264", "-preset", "ultrafast", "-g", "1000", once);
        await Samples.FfmpegAsync("-stream_loop", $"{times - 1}", "-i", once, "-c", "copy", file);
        return file;
    }
}
