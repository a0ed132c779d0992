using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>Reads choices from a request's query. What is absent or empty is no choice.</summary>
/// <param name="wrong">The failure of a choice that there isn't: its name, and what it must be.</param>
internal sealed class QueryChoices(HttpRequest request, Func<string, string, Error> wrong)
{
    public string? Given(string name) => request.Query[name].ToString() is { Length: > 0 } given ? given : null;

    /// <summary>One of an enum's words, in any letter case.</summary>
    public Result<T?> Word<T>(string name)
        where T : struct, Enum =>
        Given(name) is not { } given ? default(T?)
        : given.All(char.IsAsciiLetter) && Enum.TryParse<T>(given, ignoreCase: true, out var value) ? value
        : wrong(name, $"one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");

    /// <summary>A time, in UTC unless it says otherwise.</summary>
    public Result<DateTimeOffset?> Time(string name) =>
        Given(name) is not { } given ? default(DateTimeOffset?)
        : DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
        : wrong(name, "a time such as 2026-03-01T00:00:00Z");
}
