using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>A blob store, a scratch folder and a prober over them; one a test.</summary>
public sealed class MediaFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("scratch-").FullName;

    public MediaFixture()
    {
        Options = new MediaOptions { ScratchFolder = _root };
        Scratch = Scratch.Open(_root);
    }

    public MemoryBlobStore Blobs { get; } = new();
    public MediaOptions Options { get; }
    public Scratch Scratch { get; }

    public async Task<SourceFile> UploadAsync(string file)
    {
        var path = new BlobPath(Containers.Uploads, $"asset_1/{Guid.NewGuid():N}");
        var bytes = await File.ReadAllBytesAsync(file);
        await Blobs.CreateAsync(path, bytes, "application/octet-stream", default);
        return new SourceFile(path.Container, path.Name, Blobs.ETagOf(path), bytes.Length, Path.GetFileName(file));
    }

    public FfprobeMediaProber Prober(ProbeOptions? options = null, TimeProvider? time = null) =>
        new(Blobs, Scratch, Options, options ?? new ProbeOptions(), time ?? TimeProvider.System, NullLogger<FfprobeMediaProber>.Instance);

    public async Task<Result<SourceInfo>> ProbeAsync(string file, ProbeOptions? options = null) =>
        await Prober(options).ProbeAsync(await UploadAsync(file), EncodingChoice.Default, default);

    public void Dispose()
    {
        Scratch.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
