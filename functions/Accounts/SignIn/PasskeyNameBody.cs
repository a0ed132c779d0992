namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>What a passkey is called.</summary>
/// <param name="Name">At most 100 characters; what is longer is cut, and of none it is called Passkey.</param>
public sealed record PasskeyNameBody(string? Name);
