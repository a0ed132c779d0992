namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>A code of an authenticator app.</summary>
public sealed record CodeBody(string? Code);

/// <summary>Recovery codes: each signs in once instead of a code. They are told once.</summary>
public sealed record RecoveryBody(IReadOnlyList<string> RecoveryCodes);
