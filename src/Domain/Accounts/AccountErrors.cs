using System.Globalization;

namespace StreamPlatform.Domain.Accounts;

/// <summary>Why a caller is turned away.</summary>
public static class AccountErrors
{
    /// <summary>No API key came with the request.</summary>
    public static Error KeyRequired() =>
        new("auth.required", 401, "Send your API key as 'Authorization: Bearer sk_…' or in the x-api-key header.");

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
