using Azure.Core;
using Azure.Core.Pipeline;
using StreamPlatform.Azure.Tests.Fake;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>Takes what an SDK client sends, and answers in turn; the last answer holds for what comes after.</summary>
internal sealed class RecordingTransport : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public static TokenCredential Somebody => new Anybody();

    public List<Sent> Requests { get; } = [];

    public HttpPipelineTransport Transport => new HttpClientTransport(new HttpClient(this, disposeHandler: false));

    public RecordingTransport Then(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(new Sent(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return (_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek())();
    }
}

internal sealed record Sent(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body);
