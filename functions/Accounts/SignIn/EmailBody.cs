namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Body of <c>POST /auth/email</c>.</summary>
/// <param name="Email">The new address.</param>
/// <param name="Password">The caller's.</param>
public sealed record EmailBody(string? Email, string? Password);

/// <summary>Body of <c>POST /auth/email/finish</c>; the token is from the letter.</summary>
public sealed record EmailFinishBody(string? Token);
