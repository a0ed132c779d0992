namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>Whether the caller has a second factor.</summary>
/// <param name="Active">A code is asked for at sign-in.</param>
/// <param name="RecoveryCodesLeft">Absent while there is no second factor.</param>
public sealed record SecondFactorBody(bool Active, int? RecoveryCodesLeft);
