using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Operations.Limits;

namespace StreamPlatform.Functions.Http.Limits;

/// <summary>
/// Holds requests to their limits, and tells of them in the answer (draft-ietf-httpapi-ratelimit-headers): what there is as
/// <c>RateLimit-Policy</c>, what is left as <c>RateLimit</c>, when to come again as <c>Retry-After</c>.
/// </summary>
public sealed class RequestLimits(RateLimits limits, RateLimitOptions options)
{
    /// <summary>What is counted before anybody knows who asks.</summary>
    /// <param name="guarded">The function's name, when secrets could be guessed at it.</param>
    /// <returns>Why the request is refused, or null.</returns>
    public async ValueTask<Error?> OfAddressAsync(HttpContext http, string? guarded)
    {
        if (ClientAddress.Of(http, options.TrustProxy) is not { } address)
        {
            return null;
        }

        var refused = Tell(http, limits.OfAddress(address));
        return refused is null && guarded is not null ? Tell(http, await limits.OfGuardedAsync(guarded, address, http.RequestAborted)) : refused;
    }

    /// <summary>What is counted of somebody who is known.</summary>
    /// <inheritdoc cref="OfAddressAsync"/>
    public Error? OfCaller(HttpContext http, Caller caller) =>
        Tell(http, limits.OfToken(caller.CredentialId)) ?? Tell(http, limits.OfUser(caller.UserId));

    /// <summary>What is counted of playback sessions that begin.</summary>
    /// <inheritdoc cref="OfAddressAsync"/>
    public Error? OfNewSession(HttpContext http) =>
        ClientAddress.Of(http, options.TrustProxy) is { } address ? Tell(http, limits.OfNewSession(address)) : null;

    /// <summary>Whom the request comes from; null when it can't be told.</summary>
    internal IPAddress? AddressOf(HttpContext http) => ClientAddress.WholeOf(http, options.TrustProxy);

    private static Error? Tell(HttpContext http, RateTake? taken)
    {
        if (taken is not { } take)
        {
            return null;
        }

        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = StringValues.Concat(
            headers["RateLimit-Policy"], string.Create(CultureInfo.InvariantCulture, $"\"{take.Limit.Name}\";q={take.Limit.Quota};w={Seconds(take.Limit.Window)}"));
        headers["RateLimit"] = StringValues.Concat(
            headers["RateLimit"], string.Create(CultureInfo.InvariantCulture, $"\"{take.Limit.Name}\";r={take.Left};t={Seconds(take.FullIn)}"));
        if (take.Allowed)
        {
            return null;
        }

        headers.RetryAfter = Later(take.RetryIn);
        return RequestErrors.RateLimited();
    }

    /// <summary>What <c>Retry-After</c> says of a time.</summary>
    internal static string Later(TimeSpan time) => Seconds(time).ToString(CultureInfo.InvariantCulture);

    /// <summary>Rounded up: who comes then is not too early.</summary>
    private static long Seconds(TimeSpan time) => (time.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
}
