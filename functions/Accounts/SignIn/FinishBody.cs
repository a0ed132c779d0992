namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/sign-up/finish</c> and <c>POST /auth/password-reset/finish</c>; the token is from the letter.</summary>
public sealed record FinishBody(string? Token, string? Password);
