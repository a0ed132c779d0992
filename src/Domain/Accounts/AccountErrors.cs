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
