namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>The installation as an issuer; settings <c>Accounts:*</c>.</summary>
public sealed record AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>People may sign up and sign in here.</summary>
    public bool BuiltInIssuer { get; init; }

    /// <summary>What somebody who signed up may do: viewer or creator.</summary>
    public Role NewUserRole { get; init; } = Role.Viewer;

    /// <summary>Minutes that an access token counts.</summary>
    public double AccessTokenMinutes { get; init; } = 10;

    /// <summary>Hours after which a session that was not used has ended.</summary>
    public double SessionIdleHours { get; init; } = 720;

    /// <summary>Hours after which a session has ended, however much it was used.</summary>
    public double SessionHours { get; init; } = 2160;

    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public AccountOptions Validated() =>
        NewUserRole is not (Role.Viewer or Role.Creator) ? throw new InvalidOperationException("Accounts:NewUserRole must be viewer or creator.")
        : AccessTokenMinutes is not (>= 1 and <= 60) ? throw new InvalidOperationException("Accounts:AccessTokenMinutes must be from 1 to 60.")
        : SessionIdleHours is not (> 0 and <= 8760) ? throw new InvalidOperationException("Accounts:SessionIdleHours must be more than 0 and at most 8760.")
        : !(SessionHours >= SessionIdleHours && SessionHours <= 8760) ? throw new InvalidOperationException("Accounts:SessionHours must be at least Accounts:SessionIdleHours and at most 8760.")
        : this;
}
