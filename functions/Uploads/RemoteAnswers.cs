using System.Net;
using System.Net.Http.Headers;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Functions.Uploads;

/// <summary>What a server's answer means.</summary>
internal static class RemoteAnswers
{
    /// <summary>The response lives as long as the answer.</summary>
    public static RemoteAnswer Of(HttpResponseMessage response, long offset)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return FileOf(response) is var (file, wrong) && wrong is null ? new RemoteAnswer(file, Holder: response) : Ended(response, wrong!);
        }

        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => Ended(response, ImportErrors.NotFound()),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => Ended(response, ImportErrors.Forbidden()),
            HttpStatusCode.RequestedRangeNotSatisfiable => Ended(response, offset > 0 ? ImportErrors.Changed() : ImportErrors.Empty()),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                Ended(response, ImportErrors.Unreachable(FormattableString.Invariant($"it answered {status}.")), passes: true),
            _ => Ended(response, ImportErrors.Refused(status)),
        };
    }

    private static RemoteAnswer Ended(HttpResponseMessage response, Error why, bool passes = false)
    {
        var retryAfter = response.Headers.RetryAfter?.Delta;
        response.Dispose();
        return new RemoteAnswer(null, why, passes, retryAfter);
    }

    private static (RemoteFile? File, Error? Wrong) FileOf(HttpResponseMessage response)
    {
        var (headers, isPart) = (response.Content.Headers, response.StatusCode == HttpStatusCode.PartialContent);
        if (headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, ImportErrors.AnswerInvalid("it compresses the file though it was asked not to."));
        }

        if (isPart && headers.ContentRange is not { Unit: "bytes", From: not null, To: not null, Length: not null })
        {
            return (null, ImportErrors.AnswerInvalid("it doesn't tell which part of the file it sends."));
        }

        var range = headers.ContentRange;
        if (isPart && (range!.To + 1 != range.Length || headers.ContentLength is { } length && length != range.To + 1 - range.From))
        {
            return (null, ImportErrors.AnswerInvalid("it sends another part of the file than it was asked for."));
        }

        return (new RemoteFile(response.Content.ReadAsStream(), isPart ? range!.From!.Value : 0, isPart ? range!.Length : headers.ContentLength, ValidatorOf(response), isPart, headers.ContentType?.MediaType), null);
    }

    /// <summary>Only strong ETags tell that every byte is the same; a date is what is left where there is none (RFC 9110, 13.1.5).</summary>
    private static string? ValidatorOf(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } etag
        ? etag.Tag
        : response.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
