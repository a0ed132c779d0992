using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>A request's JSON body, read whole within bounds, and the hash that tells a repeat of it.</summary>
public sealed record RequestBody<T>(T Value, string Hash);

/// <summary>Reads bodies. Nothing the API takes comes near the limit: files go to storage, not through functions.</summary>
public static class RequestBody
{
    public const int MaxBytes = 64 * 1024;

    public static async Task<Result<RequestBody<T>>> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return RequestErrors.BodyTooLarge(MaxBytes);
        }

        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length > MaxBytes ? RequestErrors.BodyTooLarge(MaxBytes) : Parse<T>(buffer.AsSpan(0, length));
    }

    /// <summary>The same of a body that need not be there; null when it isn't.</summary>
    public static async Task<Result<T?>> ReadOptionalAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        var bytes = await RequestBytes.ReadAsync(request, MaxBytes, ct);
        if (bytes is not { Length: > 0 })
        {
            return bytes is null ? RequestErrors.BodyTooLarge(MaxBytes) : (T?)null;
        }

        var parsed = Parse<T>(bytes);
        return parsed.Succeeded ? parsed.Value.Value : parsed.Error!;
    }

    private static Result<RequestBody<T>> Parse<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        if (bytes.IsEmpty)
        {
            return RequestErrors.BodyInvalid("it is empty, and JSON is expected");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(bytes, DomainJson.Options) is { } value
                ? new RequestBody<T>(value, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : RequestErrors.BodyInvalid("it is null, and an object is expected");
        }
        catch (JsonException problem)
        {
            return RequestErrors.BodyInvalid(problem.Path is { Length: > 1 } path
                ? $"the value at {path} has the wrong type or is not one of the allowed ones"
                : "it is not a JSON object of the expected shape");
        }
    }
}
