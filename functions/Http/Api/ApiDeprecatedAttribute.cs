using System.Globalization;

namespace StreamPlatform.Functions.Http.Api;

/// <summary>An HTTP function that callers should leave: its answers say so (RFC 9745, RFC 8594), and so does the API's description.</summary>
/// <param name="since">The day it is deprecated from, <c>2027-01-31</c>.</param>
/// <param name="link">Where callers read what to use instead.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiDeprecatedAttribute(string since, string link) : Attribute
{
    public DateTimeOffset Since => Day(since);
    public string Link => link;

    /// <summary>The day from which it may answer no more, as the first; empty while that is not decided.</summary>
    public string Sunset { get; init; } = "";

    public DateTimeOffset? SunsetAt => Sunset.Length == 0 ? null : Day(Sunset);

    private static DateTimeOffset Day(string day) => new(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);
}
