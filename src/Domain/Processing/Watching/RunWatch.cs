using System.Text.Json;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>
/// Follows one run by its blobs. Reads the plan once, a marker once, and of the progress blobs only those that changed;
/// several watchers share one. Costs two listings a look.
/// </summary>
internal sealed class RunWatch(IBlobStore blobs, TimeProvider clock, RunPaths paths) : IDisposable
{
    /// <summary>Looks in quicker succession than this get the same answer.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, ItemMarker> _markers = [];
    private readonly Dictionary<string, (string ETag, ItemProgress Progress)> _progress = [];
    private TranscodePlan? _plan;
    private bool _settled;
    private RunView? _view;
    private long _readAt;

    /// <summary>The run now; null when it has no plan: not planned yet, or erased.</summary>
    public async Task<RunView?> ReadAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_view is null || clock.GetElapsedTime(_readAt) >= Freshness)
            {
                _view = await RefreshAsync(ct);
                _readAt = clock.GetTimestamp();
            }

            return _view;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<RunView?> RefreshAsync(CancellationToken ct)
    {
        if (_view is { } last && last.Items.All(item => item.HasEnded))
        {
            // Nothing changes any more, except that it may be erased.
            return await blobs.FindAsync(paths.Plan, ct) is null ? null : last;
        }

        _plan ??= await blobs.ReadJsonAsync<TranscodePlan>(paths.Plan, ct);
        if (_plan is null)
        {
            return null;
        }

        await RefreshMarkersAsync(ct);
        await RefreshProgressAsync(ct);
        await SettleAsync(_plan, ct);
        return RunView.Of(_plan, _markers, id => _progress.TryGetValue(id, out var found) ? found.Progress : null);
    }

    /// <summary>Takes over the ladder as soon as there is one: soon after the measurement has ended.</summary>
    private async Task SettleAsync(TranscodePlan plan, CancellationToken ct)
    {
        if (!_settled && plan.Measure is not null && plan.Items.Where(item => item.Kind == WorkItemKind.Measure).All(item => _markers.ContainsKey(item.Id))
            && await blobs.ReadJsonAsync<LadderChoice>(paths.Ladder, ct) is { } ladder)
        {
            (_plan, _settled) = (plan.Settled(ladder), true);
        }
    }

    private async Task RefreshMarkersAsync(CancellationToken ct)
    {
        await foreach (var blob in blobs.ListAsync(Containers.Markers, paths.Prefix, ct))
        {
            var id = ItemIdOf(blob.Name);
            if (!_markers.ContainsKey(id) && await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(id), ct) is { } marker)
            {
                _markers[id] = marker;
            }
        }
    }

    private async Task RefreshProgressAsync(CancellationToken ct)
    {
        await foreach (var blob in blobs.ListAsync(Containers.Work, paths.ProgressPrefix, ct))
        {
            var id = ItemIdOf(blob.Name);
            var known = _progress.TryGetValue(id, out var last);
            if (known && (last.ETag == blob.ETag || _markers.ContainsKey(id)))
            {
                continue;
            }

            if (await ReadProgressAsync(id, ct) is { } progress)
            {
                _progress[id] = (blob.ETag, progress);
            }
        }
    }

    private async Task<ItemProgress?> ReadProgressAsync(string id, CancellationToken ct)
    {
        try
        {
            return await blobs.ReadJsonAsync<ItemProgress>(paths.Progress(id), ct);
        }
        catch (JsonException)
        {
            // Not whole: it was overwritten while it was read. The next look finds it.
            return null;
        }
    }

    private static string ItemIdOf(string blobName) => Path.GetFileNameWithoutExtension(blobName);
}
