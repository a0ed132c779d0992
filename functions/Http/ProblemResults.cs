using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>Expected failures as problem details (RFC 9457), with the stable code as an extension member <c>code</c>.</summary>
public static class ProblemResults
{
    public const string ContentType = "application/problem+json";

    public static JsonAnswer Problem(Error error)
    {
        var details = new ProblemDetails
        {
            Status = error.Status,
            Title = ReasonPhrases.GetReasonPhrase(error.Status),
            Detail = error.Message,
            Extensions = { ["code"] = error.Code },
        };
        var answer = new JsonAnswer(error.Status, details, ContentType);
        return error.Status == StatusCodes.Status401Unauthorized ? answer.WithHeader("WWW-Authenticate", "Bearer") : answer;
    }

    /// <summary>What <paramref name="succeeded"/> makes of the value, or the failure as a problem.</summary>
    public static JsonAnswer ToAnswer<T>(this Result<T> result, Func<T, JsonAnswer> succeeded) =>
        result.Match(succeeded, Problem);
}
