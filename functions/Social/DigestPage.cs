using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>What whoever follows the link of a letter sees: a button, as programs that look into letters follow links too. Nothing of the address is in it.</summary>
internal static class DigestPage
{
    public static JsonAnswer Ask { get; } = Of("<p>Do you want no more letters of what is new?</p><form method=\"post\"><button>No more letters</button></form>");

    public static JsonAnswer Ended { get; } = Of("<p>You get no more letters of what is new.</p>");

    private static JsonAnswer Of(string body) =>
        new JsonAnswer(StatusCodes.Status200OK, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Letters</title>{body}</html>", "text/html; charset=utf-8")
            .WithHeader("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
            .WithHeader("Referrer-Policy", "no-referrer")
            .WithHeader("X-Content-Type-Options", "nosniff")
            .WithHeader("X-Robots-Tag", "noindex");
}
