namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>
/// Who has a handle. It is there before the profile has it; a handle whose profile doesn't hold it, or not any more, is free after
/// <see cref="Grace"/>, so that a death between the two writes takes no handle for ever.
/// </summary>
/// <param name="PersonId">Null once their account is gone.</param>
/// <param name="KeptUntil">Of an account that is gone: until then nobody gets the handle.</param>
public sealed record HandleClaim(int SchemaVersion, string Handle, string? PersonId, DateTimeOffset ClaimedAt, DateTimeOffset? KeptUntil = null)
{
    public const int CurrentSchemaVersion = 1;

    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);
}
