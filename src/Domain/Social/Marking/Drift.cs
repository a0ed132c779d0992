namespace StreamPlatform.Domain.Social.Marking;

/// <summary>A count that was not the truth.</summary>
/// <param name="Where">The tally's partition.</param>
public sealed record Drift(string Where, string Value, long Told, long True);
