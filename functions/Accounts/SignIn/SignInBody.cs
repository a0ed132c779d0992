namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/sign-in</c>.</summary>
public sealed record SignInBody(string? Email, string? Password);
