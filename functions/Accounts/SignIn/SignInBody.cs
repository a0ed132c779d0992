namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/sign-in</c>; the code of the authenticator app, or a recovery code, where there is a second factor.</summary>
public sealed record SignInBody(string? Email, string? Password, string? Code);
