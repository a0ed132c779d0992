using StreamPlatform.Domain.Operations.Tiers;

namespace StreamPlatform.Functions.Operations;

/// <summary>What an operator asks for.</summary>
/// <param name="Move">Media is moved; else it is told what would be.</param>
public sealed record TierRequestBody(bool Move);

/// <summary>A look at the tiers.</summary>
/// <param name="Done">The whole catalog was looked at.</param>
public sealed record TierBody(string Id, bool Moves, bool Done, TierReport Report);
