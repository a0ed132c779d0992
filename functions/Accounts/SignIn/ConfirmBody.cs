namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>The caller's password once more, and the code of the second factor where it is taken away.</summary>
public sealed record ConfirmBody(string? Password, string? Code);
