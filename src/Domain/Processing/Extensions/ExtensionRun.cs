namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>Input of the <c>ExtendAsset</c> workflow.</summary>
/// <param name="Number">See <see cref="RevisionExtension.Number"/>.</param>
/// <param name="IsEconomy">
/// Made to save delivery, not because somebody asked: goes last, costs the owner nothing, and what does not save bits is
/// not published.
/// </param>
/// <param name="Step">The step of the economy that is taken; null when it is none.</param>
public sealed record ExtensionRun(string AssetId, int Generation, int Number, IReadOnlyList<WantedRung> Wanted, bool IsEconomy = false, string? Step = null)
{
    /// <summary>
    /// The workflow instance: of what is wanted too, so that of two requests for different renditions, which both come
    /// first, each has a workflow of its own and only one of them gets the asset.
    /// </summary>
    public string InstanceId => Workflows.ExtendId(this);
}
