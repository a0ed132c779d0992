using StreamPlatform.Domain;
using StreamPlatform.Domain.Live;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>A platform that lets everybody in who says <see cref="Key"/>, and remembers what it was told.</summary>
internal sealed class Admissions : ILiveIngest
{
    public const string Key = "livekey_test";

    private readonly TaskCompletionSource<string> _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public const string Path = "live/test/0123456789abcdef";

    /// <summary>The multivariant playlist, once it is shown.</summary>
    public Task<string> Shown => _shown.Task;

    public Task Admitted => _admitted.Task;

    public Task Ended => _ended.Task;

    /// <summary>What the next renewal is told.</summary>
    public Error? Revocation { get; set; }

    public Task<Result<LiveIngestGrant>> AdmitAsync(string streamKey, string ingestNode, CancellationToken ct)
    {
        if (streamKey != Key) return Task.FromResult<Result<LiveIngestGrant>>(LiveErrors.KeyUnknown());
        _admitted.TrySetResult();
        return Task.FromResult<Result<LiveIngestGrant>>(new LiveIngestGrant("owner", "live_1", "broadcast_1", Path, "hash"));
    }

    public Task<Result<Done>> ShowAsync(LiveIngestGrant grant, string multivariant, CancellationToken ct)
    {
        _shown.TrySetResult(multivariant);
        return Task.FromResult<Result<Done>>(default(Done));
    }

    public Task<Result<Done>> RenewAsync(LiveIngestGrant grant, CancellationToken ct) =>
        Task.FromResult(Revocation is { } error ? (Result<Done>)error : default(Done));

    public Task EndAsync(LiveIngestGrant grant, CancellationToken ct)
    {
        _ended.TrySetResult();
        return Task.CompletedTask;
    }
}
