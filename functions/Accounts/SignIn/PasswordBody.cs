namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/password</c>.</summary>
public sealed record PasswordBody(string? CurrentPassword, string? NewPassword);
