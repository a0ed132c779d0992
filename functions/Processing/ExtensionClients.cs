using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Functions.Processing;

/// <summary>Has a rendition made that was not made when its asset was.</summary>
internal static class ExtensionClients
{
    /// <summary>Where the rendition stands, its workflow started if it needed one.</summary>
    public static async Task<Result<RenditionStatus>> AskAsync(
        this AskedRenditions asked, DurableTaskClient client, string ownerId, string assetId, string name, bool again, CancellationToken ct)
    {
        var found = await asked.AskAsync(ownerId, assetId, name, again, ct);
        if (!found.Succeeded || found.Value.Start is not { } run)
        {
            return found.Match<Result<RenditionStatus>>(value => value.Rendition, error => error);
        }

        await client.StartOnceAsync(Workflows.ExtendAsset, run.InstanceId, run, ct);
        var begun = await asked.BeginAsync(run, ct);
        return begun.Succeeded ? found.Value.Rendition : begun.Error!;
    }
}
