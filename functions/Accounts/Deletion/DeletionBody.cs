namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary>When the caller's account is deleted, unless they sign in before.</summary>
public sealed record DeletionBody(DateTimeOffset DueAt);

/// <summary>Body of <c>POST /auth/deletion</c>.</summary>
/// <param name="Password">The caller's; absent of who signed in less than ten minutes ago.</param>
public sealed record AskDeletionBody(string? Password);
