using System.Globalization;

namespace StreamPlatform.Domain.Processing.Moving;

/// <summary>Something that goes from one account to another: input of the <see cref="Workflow"/>, and where it stands.</summary>
/// <param name="From">The account that has it.</param>
/// <param name="To">The account that gets it.</param>
/// <param name="AssetId">The one asset; null of a channel with all that is assigned to it.</param>
/// <param name="ChannelId">The channel; null of an asset alone.</param>
/// <param name="Moves">How often the asset had been moved before: one that was moved on since is another's matter.</param>
/// <param name="InTrash">Of a channel: which of its account's assets are being looked through.</param>
/// <param name="Cursor">Where among them.</param>
/// <param name="Batch">Those of them that go next: known by name, since one that has gone stands in no list of the account that had it. Null when they are to be looked up.</param>
/// <param name="Left">How many could not go, of those that were looked at in this round.</param>
/// <param name="Round">How often they were looked through before.</param>
public sealed record ContentMove(
    string From, string To, string? AssetId, string? ChannelId, int Moves = 0, bool InTrash = false, string? Cursor = null, IReadOnlyList<NamedAsset>? Batch = null, int Left = 0, int Round = 0)
{
    public const string Workflow = "MoveContent";

    /// <summary>One a minute: another goes on where one gave up.</summary>
    public string InstanceIdAt(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"move-{AssetId ?? ChannelId}-{To}-{now.UtcDateTime:yyyyMMddHHmm}");
}

/// <summary>An asset of a channel that goes.</summary>
/// <param name="Moves">How often it had been moved before.</param>
public sealed record NamedAsset(string Id, int Moves);

/// <summary>What a step leaves to do.</summary>
/// <param name="Next">Null when nothing is left.</param>
/// <param name="Wait">Something could not go yet: after a while it is tried again.</param>
public sealed record MoveStep(ContentMove? Next, bool Wait = false);
