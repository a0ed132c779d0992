using System.Globalization;

namespace StreamPlatform.Domain.Accounts;

/// <summary>Why a caller is turned away.</summary>
public static class AccountErrors
{
    /// <summary>Neither an access token nor an API key came with the request.</summary>
    public static Error KeyRequired() =>
        new("auth.required", 401, "Send an access token or your API key as 'Authorization: Bearer …', or the key in the x-api-key header.");

    /// <summary>The access token was not signed by an issuer that is trusted here, is meant for another service, or is no token.</summary>
    public static Error TokenInvalid() =>
        new("auth.invalid_token", 401, "This access token does not count here. Sign in again.");

    /// <summary>The access token is past its time.</summary>
    public static Error TokenExpired() =>
        new("auth.token_expired", 401, "This access token has expired. Refresh it, or sign in again.");

    /// <summary>The keys of the token's issuer can't be fetched, and none are known from before.</summary>
    public static Error IssuerUnavailable() =>
        new("auth.issuer_unavailable", 503, "Who signed this access token can't be reached just now. Try again in a minute.");

    /// <summary>The operator turned the account off.</summary>
    public static Error Disabled() =>
        new("auth.disabled", 403, "This account was turned off. Ask the operator why.");

    /// <summary>Something is asked for that takes one's password, or having signed in just now.</summary>
    public static Error SignInAgain() =>
        new("auth.sign_in_again", 403, "Send your password, or sign in again and ask within ten minutes: this takes proof that it is you.");

    /// <summary>The address, the password or both are wrong; which is not told.</summary>
    public static Error SignInFailed() =>
        new("auth.sign_in_failed", 401, "This address and password don't go together. Try again, or reset the password.");

    /// <summary>The password is right; the code of the authenticator app is needed too.</summary>
    public static Error SecondFactorRequired() =>
        new("auth.second_factor_required", 401, "Send the code of your authenticator app too, or a recovery code.");

    /// <summary>The code is wrong, too old, or was used.</summary>
    public static Error SecondFactorWrong() =>
        new("auth.second_factor_wrong", 401, "This code does not count. Wait for the next one.");

    /// <summary>There is a second factor already.</summary>
    public static Error SecondFactorThere() =>
        new("account.second_factor_there", 409, "There is a second factor already. Remove it before you set up another.");

    /// <summary>There is no second factor that waits for its first code.</summary>
    public static Error SecondFactorNotBegun() =>
        new("account.second_factor_not_begun", 409, "Begin with setting up an authenticator app, then send its first code.");

    /// <summary>The answer of a passkey does not fit what was asked, or it is not known.</summary>
    public static Error PasskeyInvalid() =>
        new("auth.passkey_invalid", 401, "This passkey does not count here. Begin again, or sign in with your password.");

    /// <summary>The authenticator's answer makes no passkey: it fits nothing that was asked within five minutes.</summary>
    public static Error PasskeyRefused() =>
        new("account.passkey_refused", 400, "This did not become a passkey. Begin again.");

    /// <summary>The account has no such passkey.</summary>
    public static Error PasskeyNotFound() => new("account.passkey_not_found", 404, "There is no such passkey of this account.");

    /// <summary>The account has as many passkeys as it may.</summary>
    public static Error TooManyPasskeys(int most) =>
        new("account.too_many_passkeys", 409, $"An account has at most {most.ToString(CultureInfo.InvariantCulture)} passkeys. Delete one that is not used.");

    /// <summary>Too many wrong tries for the address.</summary>
    public static Error TooManyTries(int seconds) => new(
        "auth.too_many_tries",
        429,
        $"There were too many wrong tries for this address. Wait {seconds.ToString(CultureInfo.InvariantCulture)} seconds, or reset the password.");

    /// <summary>The refresh token's session ended: signed out, expired, or the token was used before.</summary>
    public static Error SessionEnded() =>
        new("auth.session_ended", 401, "This session has ended. Sign in again.");

    /// <summary>The token of a letter was used, has expired, or never was.</summary>
    public static Error LinkInvalid() =>
        new("auth.link_invalid", 400, "This link was used, or is too old. Ask for another letter.");

    /// <summary>The installation does not sign people in itself.</summary>
    public static Error NotIssuer() =>
        new("auth.no_sign_in", 404, "This platform does not sign people in itself. Get an access token from the issuer that its operator names.");

    /// <summary>The account has no password here: it belongs to another issuer, or to an API key.</summary>
    public static Error NotBuiltIn() =>
        new("account.no_password", 409, "This account has no password here. Change it where you sign in.");

    /// <summary>The address is no e-mail address that letters can go to.</summary>
    public static Error EmailInvalid() =>
        new("account.email_invalid", 400, "This is no e-mail address that a letter can be sent to.");

    /// <summary>The mail server doesn't take letters.</summary>
    public static Error MailUnavailable() =>
        new("account.mail_unavailable", 503, "No letters can be sent just now. Try again in a few minutes.");

    /// <summary>The current password, asked for once more, is wrong.</summary>
    public static Error PasswordWrong() =>
        new("account.password_wrong", 403, "The current password is wrong.");

    /// <summary>The new password is too short.</summary>
    public static Error PasswordTooShort(int least) =>
        new("account.password_too_short", 400, $"A password has at least {least.ToString(CultureInfo.InvariantCulture)} characters.");

    /// <summary>The new password is too long.</summary>
    public static Error PasswordTooLong(int most) =>
        new("account.password_too_long", 400, $"A password has at most {most.ToString(CultureInfo.InvariantCulture)} characters.");

    /// <summary>The new password would be guessed soon.</summary>
    public static Error PasswordTooWeak() =>
        new("account.password_too_weak", 400, "This password would be guessed soon. Take several unusual words, or let your browser choose one.");

    /// <summary>Nobody has this id.</summary>
    public static Error UserNotFound() =>
        new("account.not_found", 404, "There is no such user.");

    /// <summary>The user was changed since they were read.</summary>
    public static Error UserChanged() =>
        new("account.user_changed", 412, "This user was changed meanwhile. Read it again and repeat the change.");

    /// <summary>The API token was revoked, has expired, or never was.</summary>
    public static Error TokenUnknown() =>
        new("token.unknown", 401, "This API token was revoked, has expired, or is not of this platform.");

    /// <summary>The API token was made for other things.</summary>
    public static Error ScopeRequired(string? scope) => scope is null
        ? new("token.not_allowed", 403, "No API token opens this. Sign in, or use an API key.")
        : new("token.scope_required", 403, $"This takes an API token with the scope {scope}.");

    /// <summary>A token's name is missing or too long.</summary>
    public static Error TokenNameInvalid(int most) =>
        new("token.name_invalid", 400, $"A token needs a name of 1 to {most.ToString(CultureInfo.InvariantCulture)} characters.");

    /// <summary>A token is asked for with no scope, or one that does not exist.</summary>
    public static Error TokenScopeUnknown(IReadOnlyList<string> all) =>
        new("token.scope_unknown", 400, $"A token needs scopes, of these: {string.Join(", ", all)}.");

    /// <summary>A token is asked for that would count too long.</summary>
    public static Error TokenDaysInvalid(int most) =>
        new("token.days_invalid", 400, $"A token counts for 1 to {most.ToString(CultureInfo.InvariantCulture)} days.");

    /// <summary>The account has as many tokens as it may.</summary>
    public static Error TooManyTokens(int most) =>
        new("token.too_many", 409, $"An account has at most {most.ToString(CultureInfo.InvariantCulture)} tokens. Revoke one that is not used.");

    /// <summary>The caller is known, and may not do this.</summary>
    public static Error RoleRequired(Role role) =>
        new("auth.role_required", 403, $"This takes the role {role.ToString().ToLowerInvariant()}, which your account has not. Ask the operator for it.");

    /// <summary>The ETag in <c>If-Match</c> is no longer that of the settings: someone changed them since they were read.</summary>
    public static Error Changed() =>
        new("account.changed", 412, "The account's settings were changed meanwhile. Read them again and repeat the change.");

    /// <summary>The API key is not one of this platform's.</summary>
    public static Error KeyUnknown() =>
        new("auth.invalid_key", 401, "This API key is not known here. Check that it is whole and meant for this platform.");

    /// <summary>What is stored and being uploaded would exceed the account's bytes.</summary>
    public static Error BytesExceeded(long limit) => new(
        "quota.bytes",
        403,
        $"This would exceed the {Gigabytes(limit)} GB your account may store. Delete assets you no longer need, or ask the operator to raise Quotas:BytesStored.");

    /// <summary>The account's minutes of processing for this calendar month (UTC) are used up.</summary>
    public static Error MinutesExceeded(double limit) => new(
        "quota.minutes",
        403,
        $"This would exceed the {Whole(limit)} minutes your account may process in a month. Wait for the next month, or ask the operator to raise Quotas:MinutesPerMonth.");

    /// <summary>Too many uploads of the account are open at once.</summary>
    public static Error UploadsExceeded(int limit) => new(
        "quota.uploads",
        429,
        $"Your account has {limit} uploads open, which is its limit. Finish or abort one, then try again.");

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Gigabytes(long bytes) => (bytes / 1e9).ToString("0.###", CultureInfo.InvariantCulture);
}
