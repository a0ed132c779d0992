using System.Globalization;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Functions.Http;

/// <summary>What can be wrong with a request before anyone looks at what it asks for.</summary>
public static class RequestErrors
{
    /// <summary>The body is larger than the API takes.</summary>
    public static Error BodyTooLarge(int limit) => new(
        "request.body_too_large",
        413,
        $"The request body may have at most {limit / 1024} KB. Files are not sent here: create an upload and send them to its URL.");

    /// <summary>The body is not JSON, or not of the shape this route takes.</summary>
    public static Error BodyInvalid(string where) =>
        new("request.body_invalid", 400, $"The request body is not what this route takes: {where}.");

    /// <summary>The <c>limit</c> of a listing is not a number in range.</summary>
    public static Error LimitInvalid() =>
        new("request.limit_invalid", 400, $"limit must be a whole number from 1 to {PageRequest.MaxLimit.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>The <c>cursor</c> of a listing is not one that a listing gave.</summary>
    public static Error CursorInvalid() =>
        new("request.cursor_invalid", 400, "cursor must be what the page before gave. Start again without it.");

    /// <summary>The <c>fields</c> of a listing are none, or name what its items don't have.</summary>
    public static Error FieldsInvalid() =>
        new("request.fields_invalid", 400, "fields must name fields of the listing's items, with commas between: fields=id,title.");

    /// <summary>The <c>q</c> of a search is longer than anybody types.</summary>
    public static Error QueryTooLong() =>
        new("request.query_too_long", 400, $"q may have at most {VideoQuery.MaxText.ToString(CultureInfo.InvariantCulture)} characters.");

    /// <summary>A parameter that is true or false is neither.</summary>
    public static Error FlagInvalid(string name) => new("request.flag_invalid", 400, $"{name} must be true or false.");

    /// <summary>More requests came from the address, or with the credentials, than are let through; <c>Retry-After</c> tells when to come again.</summary>
    public static Error RateLimited() =>
        new("request.rate_limited", 429, "Too many requests. Wait as many seconds as Retry-After says; RateLimit-Policy and RateLimit tell what is let through.");

    /// <summary>An account, or the instance that was asked, holds as many streams open as it may; <c>Retry-After</c> tells when to come again.</summary>
    public static Error TooManyStreams() =>
        new("request.too_many_streams", 429, "Too many streams are open. Close some, or ask for single answers with Accept: application/json.");

    /// <summary>The <c>Idempotency-Key</c> header is empty, too long or not printable ASCII.</summary>
    public static Error IdempotencyKeyInvalid() =>
        new("request.idempotency_key_invalid", 400, "Idempotency-Key must be 1 to 255 printable ASCII characters.");

    /// <summary>The <c>Idempotency-Key</c> was used before with another body.</summary>
    public static Error IdempotencyKeyReused() => new(
        "request.idempotency_key_reused",
        422,
        "This Idempotency-Key was used for a request with another body. Use a new key for a new request.");

    /// <summary>The request with this <c>Idempotency-Key</c> is still being worked on.</summary>
    public static Error InProgress() => new(
        "request.in_progress",
        409,
        "The request with this Idempotency-Key is still being worked on. Ask again in a moment.");
}
