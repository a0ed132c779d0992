using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;

namespace StreamPlatform.Domain.Processing.Moving;

/// <summary>
/// A channel goes to another account with all that is assigned to it, some at a time: first both accounts have it, so that each asset finds it
/// before and after it went; then the assets go; then its names lead to the other account, and the first has it no more. Every step may be
/// repeated.
/// </summary>
public sealed class MoveChannel(Channels channels, ChannelMoves moves, IAssetStore store, MoveAsset move)
{
    /// <summary>Rounds, a minute each, in which what is in the making may come to its end; what is not done then stays.</summary>
    public const int MostRounds = 60;

    private const int AtOnce = 20;

    /// <returns>What there is to move, and the channel; <c>channel.not_found</c>, <c>channel.too_many</c> or <c>move.default_channel</c>.</returns>
    public async Task<Result<(ContentMove Move, Channel Channel)>> CheckAsync(string from, string to, string channelId, CancellationToken ct)
    {
        var found = await channels.GetOwnAsync(from, channelId, ct);
        found = found.Succeeded ? found : await channels.GetOwnAsync(to, channelId, ct);
        return !found.Succeeded ? found.Error!
            : found.Value.Value.OwnerId == to ? (new ContentMove(from, to, null, channelId), found.Value.Value)
            : channelId == Channel.DefaultIdOf(from) ? MoveErrors.DefaultChannel()
            : (await channels.ListOwnAsync(to, new PageRequest(null, Channel.Most), ct)).Items.Count >= Channel.Most ? ChannelErrors.TooMany()
            : (new ContentMove(from, to, null, channelId), found.Value.Value);
    }

    public async Task<MoveStep> StepAsync(ContentMove at, CancellationToken ct)
    {
        if (at.Batch is { } batch)
        {
            var left = at.Left;
            foreach (var asset in batch)
            {
                left += (await move.ExecuteAsync(at with { Moves = asset.Moves }, asset.Id, ct)).Succeeded ? 0 : 1;
            }

            return await AfterAsync(at with { Batch = null, Left = left }, ct);
        }

        if (at.From == at.To || !await moves.BeginAsync(at.From, at.To, at.ChannelId!, ct))
        {
            return new MoveStep(null);
        }

        var page = await store.ListAsync(at.From, at.InTrash, at.Cursor, AtOnce, ct);
        return new MoveStep(at with { Cursor = page.Cursor, Batch = [.. page.Items.Where(asset => asset.ChannelId == at.ChannelId).Select(asset => new NamedAsset(asset.Id, asset.Moves))] });
    }

    /// <summary>On to the next page, to the trash, to another round, or to the end.</summary>
    private async Task<MoveStep> AfterAsync(ContentMove at, CancellationToken ct)
    {
        if (at.Cursor is not null || !at.InTrash)
        {
            return new MoveStep(at with { InTrash = at.InTrash || at.Cursor is null });
        }

        if (at.Left > 0 && at.Round < MostRounds)
        {
            return new MoveStep(at with { InTrash = false, Left = 0, Round = at.Round + 1 }, Wait: true);
        }

        await moves.FinishAsync(at.From, at.To, at.ChannelId!, ct);
        return new MoveStep(null);
    }
}
