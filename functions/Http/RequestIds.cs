using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>What a request is called in its answer, in its problem and in the log: as its caller calls it, else a new name.</summary>
public static class RequestIds
{
    public const string Header = "x-request-id";

    private const int Longest = 128;

    /// <summary>Nothing that would have to be escaped in a log or in JSON is taken from outside.</summary>
    public static string Of(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 and <= Longest } given && given.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~' or ':')
            ? given
            : OpaqueId.New("req");
}
