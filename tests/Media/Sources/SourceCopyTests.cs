using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Sources;

/// <summary>A partial copy is as good as the whole file: what is made of it is the same, byte by byte.</summary>
public sealed class SourceCopyTests : IDisposable
{
    private const string Noisy = "-f lavfi -i testsrc2=s=160x90:r=10:d=60,noise=alls=80:allf=t -f lavfi -i sine=f=440:r=48000:d=60";
    private const string Encoded = "-c:v libx264 -preset ultrafast -b:v 800k -pix_fmt yuv420p";

    private static readonly PlanOptions Options = new() { Workers = 3, ChunkSeconds = 21, PerTitle = false };

    private readonly MediaFixture _media = new();
    private readonly PartAgainstWhole _copies;

    public SourceCopyTests() => _copies = new PartAgainstWhole(_media);

    /// <summary>Containers and layouts whose tables tell what a use reads.</summary>
    public static TheoryData<string, string> Indexed => new()
    {
        { "mp4", $"{Noisy} {Encoded} -c:a aac" },
        { "mp4", $"{Noisy} {Encoded} -c:a aac -bf 3 -g 50 -movflags +faststart" },
        { "mov", $"{Noisy} {Encoded} -c:a pcm_s16le -g 60" },
        { "mp4", $"-itsoffset 2.5 {Noisy} {Encoded} -c:a aac -bf 2 -g 50" },
        { "mp4", $"-f lavfi -i testsrc2=s=160x90:r=30:d=60,noise=alls=80:allf=t,select='not(mod(n\\,7))+lt(mod(t\\,20)\\,1)' -fps_mode vfr {Encoded} -g 40 -video_track_timescale 90000" },
    };

    /// <summary>Containers whose cues tell it of clusters of both.</summary>
    public static TheoryData<string, string> Cued => new()
    {
        { "mkv", $"{Noisy} {Encoded} -c:a aac -g 25 -bf 2 -cluster_time_limit 1000" },
        { "mkv", $"-itsoffset 2.5 {Noisy} {Encoded} -c:a pcm_s16le -g 47" },
        { "webm", $"{Noisy} -c:v libvpx -deadline realtime -cpu-used 8 -b:v 800k -g 30 -c:a libopus -b:a 32k -reserve_index_space 4096" },
        { "mkv", $"-f lavfi -i testsrc2=s=160x90:r=10:d=60,noise=alls=80:allf=t -filter_complex [0:v]split[a][b] -map [a] -map [b] {Encoded} -g:v:0 200 -g:v:1 10" },
    };

    public void Dispose() => _media.Dispose();

    [Theory]
    [MemberData(nameof(Indexed))]
    [MemberData(nameof(Cued))]
    public async Task A_look_at_a_part_tells_what_a_look_at_the_whole_file_does(string extension, string arguments)
    {
        var file = await Clips.MakeAsync(extension, arguments);
        var source = await _media.UploadAsync(file);

        var partly = (await _media.Prober().ProbeAsync(source, EncodingChoice.Default, default)).Value;

        // Without a table of packets both ends are read, half of so short a file.
        Assert.InRange(_media.Blobs.BytesRead, 1, extension is "mkv" or "webm" ? source.Bytes - 1 : source.Bytes / 2);
        var wholly = (await _media.Prober().ProbeFileAsync(file, source.Bytes, false, default)).Value;
        Assert.Equal(Json(wholly), Json(partly));
    }

    [Theory]
    [MemberData(nameof(Indexed))]
    [MemberData(nameof(Cued))]
    public async Task Items_made_of_a_part_have_the_bytes_of_those_made_of_the_whole_file(string extension, string arguments)
    {
        var source = await _media.UploadAsync(await Clips.MakeAsync(extension, arguments));
        var plan = await PlanAsync(source);
        Assert.InRange(plan.Chunks.Count, 3, 4);

        // Sound takes long to encode, and two kinds of it are enough.
        foreach (var item in plan.Items.Where(item => item.Kind is WorkItemKind.Video or WorkItemKind.HeadStart || (item.Kind == WorkItemKind.Audio && !arguments.Contains("-bf", StringComparison.Ordinal))))
        {
            using var part = await _copies.OpenAsync(source);
            var made = await _copies.EncodeAsync(plan, item, part);
            Assert.True(item.Kind == WorkItemKind.Audio || part.HeldBytes < source.Bytes, $"{item.Id} fetched {part.HeldBytes} of {source.Bytes} bytes.");

            using var whole = await _copies.OpenWholeAsync(source);
            Assert.Equal(await _copies.EncodeAsync(plan, item, whole), made);
            Assert.NotEmpty(made);
        }
    }

    [Fact]
    public async Task Pictures_of_a_part_are_those_of_the_whole_file()
    {
        var source = await _media.UploadAsync(await Clips.MakeAsync("mp4", $"{Noisy} {Encoded} -c:a aac -g 60"));
        var plan = await PlanAsync(source);

        using var part = await _copies.OpenAsync(source);
        var made = await _copies.PicturesAsync(plan, part);
        Assert.InRange(part.HeldBytes, 1, source.Bytes - 1);
        using var whole = await _copies.OpenWholeAsync(source);
        Assert.Equal(await _copies.PicturesAsync(plan, whole), made);
        Assert.Equal(9, made.Count);
    }

    [Fact]
    public async Task Sound_alone_is_fetched_without_the_pictures_between()
    {
        // A picture between two chunks of sound is longer here than what is fetched along.
        var file = await Clips.MakeAsync("mov", "-f lavfi -i testsrc2=s=640x360:r=1:d=40 -f lavfi -i sine=d=40 -c:v rawvideo -pix_fmt yuv420p -c:a aac");
        var source = await _media.UploadAsync(file);
        using var copy = await _copies.OpenAsync(source);
        await copy.EnsureAudioAsync(0, 40, default);
        Assert.InRange(copy.HeldBytes, 1, source.Bytes / 2);
    }

    [Theory]
    [InlineData("ts", "-f lavfi -i testsrc2=s=160x90:r=30:d=2 -c:v libx264 -preset ultrafast")]
    [InlineData("mkv", "-f lavfi -i testsrc2=s=160x90:r=30:d=2 -c:v libx264 -preset ultrafast -live 1")]
    [InlineData("mp4", "-f lavfi -i testsrc2=s=160x90:r=30:d=2 -c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov")]
    public async Task Files_without_tables_are_fetched_whole(string extension, string arguments)
    {
        var file = await Clips.MakeAsync(extension, arguments);
        using var copy = await _copies.OpenAsync(await _media.UploadAsync(file));
        Assert.False(copy.TellsPackets);
        await copy.EnsureVideoAsync(0, 1, default);
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(copy.File));
    }

    [Fact]
    public async Task Broken_headers_are_no_reason_to_fail_but_to_fetch_all()
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.VideoAsync(more: "-movflags +faststart"));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                broken[random.Next(1500)] = (byte)random.Next(256);
            var source = await _media.UploadAsync(await Hostile.FileAsync(broken));
            using var copy = await _copies.OpenAsync(source);
            await copy.EnsureEndsAsync(default);
            await copy.EnsureVideoAsync(0, 2, default);
            await copy.EnsureAudioAsync(0, 40, default);
            await copy.WriteKeyFramesAsync(0, [0, 1, 2], _media.Scratch.NewPath(), default);
            Assert.Equal(source.Bytes, new FileInfo(copy.File).Length);
        }
    }

    [Fact]
    public async Task Broken_elements_are_no_reason_to_fail_but_to_fetch_all()
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.MakeAsync("mkv", "-f lavfi -i testsrc2=s=160x90:r=30:d=4 -c:v libx264 -preset ultrafast -g 15"));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                broken[random.Next(2) == 0 ? random.Next(1000) : bytes.Length - 1 - random.Next(300)] = (byte)random.Next(256);
            var source = await _media.UploadAsync(await Hostile.FileAsync(broken));
            using var copy = await _copies.OpenAsync(source);
            await copy.EnsureVideoAsync(0, 2, default);
            await copy.EnsureAudioAsync(0, 40, default);
            Assert.Equal(source.Bytes, new FileInfo(copy.File).Length);
        }
    }

    private static string Json(SourceInfo info) => JsonSerializer.Serialize(info, DomainJson.Options);

    [Fact]
    public async Task Nothing_is_left_of_a_copy_whose_original_is_replaced_while_it_is_opened()
    {
        // So small that the first look tells all of its layout: the next read is into the copy.
        var source = await _media.UploadAsync(await Clips.VideoAsync("160x90", seconds: 1));
        Assert.InRange(source.Bytes, 1, 100_000);
        _media.Blobs.AfterRead = path => _media.Blobs.Replace(path, [1]);

        await Assert.ThrowsAsync<BlobChangedException>(() => _copies.OpenAsync(source));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }

    private async Task<TranscodePlan> PlanAsync(SourceFile source)
    {
        var info = (await _media.Prober().ProbeAsync(source, EncodingChoice.Default, default)).Value;
        return new TranscodePlanner(Options).Plan("asset_1", 1, source, info).Value;
    }
}
