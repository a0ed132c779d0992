using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Pictures;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Tests.Sources;

/// <summary>What is made of a copy, as lines that can be compared.</summary>
internal sealed class PartAgainstWhole(MediaFixture media)
{
    public Task<SourceCopy> OpenAsync(SourceFile source) => SourceCopy.OpenAsync(media.Blobs, source, media.Scratch, TimeProvider.System, default);

    public async Task<SourceCopy> OpenWholeAsync(SourceFile source)
    {
        var copy = await OpenAsync(source);
        await copy.EnsureWholeAsync(default);
        return copy;
    }

    /// <summary>Init segments and segments with the hashes of their bytes.</summary>
    public async Task<List<string>> EncodeAsync(TranscodePlan plan, WorkItemSpec item, SourceCopy copy)
    {
        var made = new List<string>();
        await new ItemEncoder(media.Options, TimeProvider.System, NullLogger.Instance).EncodeAsync(plan, item, copy, TakeAsync, default);
        made.Sort(StringComparer.Ordinal); // picture and sound of a head start come as they come
        return made;

        Task TakeAsync(CutPart part, CancellationToken ct)
        {
            made.Add(part is SegmentPart segment
                ? $"{segment.Rendition} {segment.Facts.Number} {Convert.ToHexString(SHA256.HashData(segment.Bytes.Span))}"
                : part is KeyFramePart keys
                ? $"{keys.Rendition} keys {keys.Facts.Start} {Convert.ToHexString(SHA256.HashData(keys.Bytes.Span))}"
                : $"{part.Rendition} {((InitPart)part).Hash}");
            return Task.CompletedTask;
        }
    }

    /// <summary>Pictures with the hashes of their bytes.</summary>
    public async Task<List<string>> PicturesAsync(TranscodePlan plan, SourceCopy copy)
    {
        var made = new List<string>();
        await foreach (var picture in new PictureTaker(media.Options, media.Scratch, TimeProvider.System).TakeAsync(plan, plan.Item("pictures"), copy, default))
            made.Add($"{picture.Name} {Convert.ToHexString(SHA256.HashData(picture.Bytes.Span))}");
        return made;
    }
}
