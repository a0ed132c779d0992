namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>
/// Who has a name: a channel's id, or a handle. It is there before the channel has it; a handle whose channel doesn't have it, or
/// not any more, is free after <see cref="Grace"/>, so that a death between the two writes takes no handle for ever.
/// </summary>
/// <param name="Name">The id or the handle.</param>
public sealed record ChannelName(int SchemaVersion, string Name, string OwnerId, string ChannelId, DateTimeOffset ClaimedAt)
{
    public const int CurrentSchemaVersion = 1;

    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);
}
