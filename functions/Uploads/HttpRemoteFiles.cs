using System.Net;
using System.Net.Http.Headers;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Functions.Egress;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Files by HTTP, from where <see cref="EgressGuard"/> lets them come. Each redirect is looked at as the first URL was, and none leads from HTTPS to HTTP.</summary>
public sealed class HttpRemoteFiles : IRemoteFiles, IDisposable
{
    internal const int MostRedirects = 5;

    private static readonly int[] Ports = [80, 443, 8080, 8443];

    /// <summary>Until the headers of an answer are there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly EgressGuard _guard;
    private readonly HttpClient _client;

    public HttpRemoteFiles(ImportOptions options)
        : this(new EgressGuard(RulesOf(options)), Longest)
    {
    }

    internal HttpRemoteFiles(EgressGuard guard, TimeSpan longest) => (_guard, _client) = (guard, guard.CreateClient(longest));

    internal static EgressRules RulesOf(ImportOptions options) => new(options.AllowPrivateNetworks, AllowCleartext: true, Ports);

    public string? Refuse(Uri url) => _guard.Refuse(url);

    public async Task<RemoteAnswer> OpenAsync(Uri url, long offset, string? validator, CancellationToken ct)
    {
        if (Refuse(url) is { } wrong)
        {
            return new RemoteAnswer(null, ImportErrors.UrlInvalid(wrong));
        }

        for (var redirects = 0; ; redirects++)
        {
            HttpResponseMessage response;
            try
            {
                response = await _client.SendAsync(RequestOf(url, offset, validator), HttpCompletionOption.ResponseHeadersRead, ct);
            }
            catch (HttpRequestException e)
            {
                return EgressGuard.IsNotPublic(e) ? new RemoteAnswer(null, ImportErrors.NotPublic()) : new RemoteAnswer(null, ImportErrors.Unreachable(EgressGuard.Explain(e)), Passes: true);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return new RemoteAnswer(null, ImportErrors.Unreachable(FormattableString.Invariant($"There was no answer within {_client.Timeout.TotalSeconds:0.###} s.")), Passes: true);
            }

            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
            {
                return RemoteAnswers.Of(response, offset);
            }

            response.Dispose();
            if (redirects == MostRedirects)
            {
                return new RemoteAnswer(null, ImportErrors.TooManyRedirects(MostRedirects));
            }

            var next = new Uri(url, location);
            if (RefuseRedirect(url, next) is { } why)
            {
                return new RemoteAnswer(null, ImportErrors.RedirectRefused(why));
            }

            url = next;
        }
    }

    internal string? RefuseRedirect(Uri from, Uri to) =>
        from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps ? "it must begin with https://, as the URL before does." : Refuse(to);

    public void Dispose() => _client.Dispose();

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static HttpRequestMessage RequestOf(Uri url, long offset, string? validator)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd("StreamPlatform-Import/1");
        request.Headers.AcceptEncoding.ParseAdd("identity");
        request.Headers.Range = new RangeHeaderValue(offset, null);
        if (offset > 0 && validator is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Range", validator);
        }

        return request;
    }
}
