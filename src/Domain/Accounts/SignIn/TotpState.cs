namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>An authenticator app. The secret has to be kept in clear, since codes are made of it.</summary>
public sealed record TotpState
{
    public required string Secret { get; init; }

    /// <summary>A code of it has come: it is asked for at sign-in.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The last step of time whose code was used; it and those before don't count again.</summary>
    public long UsedStep { get; init; }

    /// <summary>SHA-256 of each recovery code that is left; they carry 130 random bits.</summary>
    public IReadOnlyList<string> RecoveryHashes { get; init; } = [];
}
