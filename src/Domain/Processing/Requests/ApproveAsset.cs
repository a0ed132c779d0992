using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>
/// The owner says yes to what an asset is expected to cost. The asset is moved first: its workflow, nudged or by its next
/// look, goes on from there. Saying yes again nudges again.
/// </summary>
public sealed class ApproveAsset(GetAsset get, Assets assets)
{
    private static readonly Error Again = Error.Silent("asset.approved");

    /// <returns>The asset; <c>asset.not_found</c> or <c>asset.nothing_to_approve</c>.</returns>
    public async Task<Result<Asset>> ExecuteAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var approved = await assets.ApplyAsync(assetId, AssetEvent.CostApproved, Approve, ct, WhyNot);
        return ReferenceEquals(approved.Error, Again)
            ? (await get.ExecuteAsync(ownerId, assetId, ct)).Match<Result<Asset>>(stored => stored.Value, error => error)
            : approved;
    }

    private static Asset Approve(Asset asset) => asset with
    {
        Approval = new CostApproval(asset.Question!.ExpectedDollars, asset.Generation),
        Question = null,
    };

    private static Error? WhyNot(Asset asset) =>
        asset is { State: AssetState.AwaitingApproval, Question: not null } ? null
        : asset.Approval?.Generation == asset.Generation && asset.State is AssetState.Processing or AssetState.Ready ? Again
        : AssetErrors.NothingToApprove(asset.Id, asset.State);
}
