namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of requests for a letter.</summary>
public sealed record AddressBody(string? Email);
