using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>Looks at once, in this process: the fastest where ffprobe and ffmpeg are at hand.</summary>
public sealed class ProbeHere(IMediaProber prober) : IProbes
{
    public async Task<Result<SourceInfo>?> AskAsync(ProbeRun run, SourceFile source, EncodingChoice choice, CancellationToken ct)
    {
        try
        {
            return await prober.ProbeAsync(source, choice, ct);
        }
        catch (BlobChangedException)
        {
            return (Result<SourceInfo>)ProbeErrors.Changed;
        }
    }

    public Task ForgetAsync(ProbeRun run, CancellationToken ct) => Task.CompletedTask;
}
