namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/refresh</c> and <c>POST /auth/sign-out</c>.</summary>
public sealed record RefreshBody(string? RefreshToken);
