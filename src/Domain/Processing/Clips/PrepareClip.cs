using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Clips;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>
/// From a clip that was asked for to a plan of what is copied: the run's id is in the asset before its first blob is
/// written, and a repeat finds the plan.
/// </summary>
public sealed class PrepareClip(
    ClipAsset clips, IAssetStore store, Assets assets, Presentations presentations, IBlobStore blobs, Quotas quotas, ProcessingOptions options)
{
    /// <summary>One job copies all of it.</summary>
    private static readonly RunItem Copy = new(WorkItem.ClipItem, WorkItemKind.Video, WorkPriority.Normal);

    public async Task<PreparedRun> ExecuteAsync(ClipRun clip, CancellationToken ct)
    {
        var run = new RunRef(clip.AssetId, ClipRun.Generation, clip.InstanceId);
        var asset = await clips.BeginAsync(clip, ct);
        if (!run.IsCurrent(asset))
        {
            return Ended(RunVerdict.Stopped, null);
        }

        if (asset.RunId is { } planned && await blobs.FindAsync(new RunPaths(asset.Id, planned).Clip, ct) is not null)
        {
            return Ready(planned);
        }

        var cut = await CutAsync(clip, ct);
        if (!cut.Succeeded)
        {
            return Ended(RunVerdict.Refused, new AssetFailure(cut.Error!.Code, cut.Error.Message));
        }

        var runId = cut.Value.Presentation.RunId;
        var registered = await assets.UpdateAsync(clip.AssetId, current => Register(current, clip, cut.Value), ct, run.Guard);
        if (!registered.Succeeded)
        {
            return registered.Error!.Code == "asset.busy" ? throw new TimeoutException(registered.Error.Message) : Ended(RunVerdict.Stopped, null);
        }

        await blobs.CreateAsync(new RunPaths(clip.AssetId, runId).Clip, RunBlobs.ToJson(new ClipPlan(cut.Value)), RunBlobs.Json, ct);
        return Ready(runId);
    }

    private async Task<Result<ClipCut>> CutAsync(ClipRun clip, CancellationToken ct)
    {
        if (await store.FindAsync(clip.ParentId, ct) is not { Value: { PublishedRunId: { } parentRun, State: not (AssetState.Deleting or AssetState.Deleted) } parent })
        {
            return ClipErrors.SourceGone();
        }

        var presentation = await presentations.CurrentAsync(parent, ct);
        if (!presentation.Succeeded)
        {
            return presentation.Error!;
        }

        var cut = ClipCut.Of(presentation.Value, new RunPaths(clip.AssetId, RunIdOf(clip, parentRun)), clip.Start, clip.End);
        if (!cut.Succeeded)
        {
            return cut;
        }

        var fits = await quotas.UseMinutesAsync(clip.OwnerId, clip.AssetId, ClipRun.Generation, cut.Value.EndSeconds - cut.Value.StartSeconds, ct);
        return fits.Succeeded ? cut : fits.Error!;
    }

    private static Asset Register(Asset asset, ClipRun clip, ClipCut cut) => asset with
    {
        State = AssetTransitions.Next(asset.State, AssetEvent.Planned) ?? asset.State,
        RunId = cut.Presentation.RunId,
        DurationSeconds = cut.Presentation.DurationSeconds,
        ClipOf = new ClipOrigin(clip.ParentId, cut.StartSeconds, cut.EndSeconds),
    };

    /// <summary>As with plans: equal clips of an equal revision write equal blobs.</summary>
    private static string RunIdOf(ClipRun clip, string parentRun)
    {
        var identity = FormattableString.Invariant($"{clip.ParentId}\n{parentRun}\n{clip.Start:R}\n{clip.End:R}");
        return $"{ClipRun.Generation}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}";
    }

    private PreparedRun Ready(string runId) => new(RunVerdict.Done, runId, [Copy], options);

    private PreparedRun Ended(RunVerdict verdict, AssetFailure? why) => new(verdict, null, [], options, why);
}
