namespace StreamPlatform.Functions.Processing;

/// <summary>Where something goes.</summary>
/// <param name="To">The caller's own id, or that of an organisation in which they are an editor at least.</param>
public sealed record MoveBody(string? To);

/// <summary>What goes to which account.</summary>
/// <param name="Moved">It is there; of a channel, with all that is assigned to it.</param>
public sealed record MovedBody(string Id, string AccountId, bool Moved);
