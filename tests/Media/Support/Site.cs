using System.Text;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Packaging;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>A presentation as it is served, its manifests beside its blobs; one with a defect is not opened.</summary>
internal sealed class Site : IMediaFetcher
{
    public const string Hls = "master.m3u8";
    public const string Dash = "manifest.mpd";

    private static readonly Uri Root = new("https://media.test/");

    private readonly Dictionary<string, byte[]> _manifests = [];
    private readonly MemoryBlobStore _blobs;

    private Site(Presentation presentation, MemoryBlobStore blobs)
    {
        (Presentation, _blobs) = (presentation, blobs);
        var writer = new ManifestWriter();
        Add(Hls, writer.HlsMultivariant(presentation, track => $"{track}.m3u8"));
        Add(Dash, writer.DashMpd(presentation, name => name));
        string[] tracks =
        [
            .. presentation.Video.Select(track => track.Name), .. presentation.Audio.Select(track => track.Name),
            .. presentation.KeyFrames.Select(track => track.Name), .. presentation.Text.Select(track => track.Name),
        ];
        foreach (var track in tracks)
            Add($"{track}.m3u8", writer.HlsMedia(presentation, track, name => name)!);

        void Add(string name, string text) => _manifests[name] = Encoding.UTF8.GetBytes(text);
    }

    public Presentation Presentation { get; }

    /// <summary>Reads all of it by both manifests, as <c>stream check</c> does.</summary>
    public static async Task<Site> OpenAsync(Presentation presentation, MemoryBlobStore blobs)
    {
        var site = new Site(presentation, blobs);
        foreach (var manifest in new[] { Hls, Dash })
        {
            var report = await PresentationChecker.CheckAsync(new Uri(Root, manifest), site, null, default);
            Assert.True(report.Passed, $"{manifest}: {string.Join("; ", report.Defects.Take(10))}");
            Assert.Equal(presentation.DurationSeconds, report.DurationSeconds, 0.001);
        }

        return site;
    }

    /// <summary>A manifest, or what one names; null when it is not there.</summary>
    public byte[]? Find(string name)
    {
        var blob = new BlobPath(Containers.Media, name);
        return _manifests.TryGetValue(name, out var manifest) ? manifest : _blobs.Paths.Contains(blob) ? _blobs[blob] : null;
    }

    public Task<ReadOnlyMemory<byte>?> GetAsync(Uri uri, long maxBytes, CancellationToken ct) =>
        Task.FromResult(Find(uri.AbsolutePath[1..]) is { } bytes ? bytes : (ReadOnlyMemory<byte>?)null);

    /// <summary>Lays everything down in a folder, for programs that read files.</summary>
    public async Task WriteAsync(string folder)
    {
        foreach (var (name, bytes) in _manifests)
            await WriteAsync(folder, name, bytes);
        foreach (var path in _blobs.Paths.Where(path => path.Container == Containers.Media))
            await WriteAsync(folder, path.Name, _blobs[path]);
    }

    private static async Task WriteAsync(string folder, string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes);
    }
}
