using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Broadcasts;

namespace StreamPlatform.Azure.Broadcasts;

/// <summary>
/// Web PubSub by its REST interface. The service makes the tokens, with our identity as the one who asks: there is no access
/// key. A token lets its client hear its group and say nothing.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/webpubsub/dataplane/web-pub-sub</remarks>
internal sealed class WebPubSubBroadcasts : IBroadcasts
{
    public const string Hub = "streamplatform";

    private const string ApiVersion = "2024-01-01", Scope = "https://webpubsub.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _endpoint;
    private readonly TimeProvider _clock;

    public WebPubSubBroadcasts(WebPubSubSettings settings, TokenCredential credential, RestOptions options, TimeProvider clock)
    {
        (_endpoint, _clock) = (settings.Endpoint, clock);
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    public async Task<Listening> OpenAsync(string userId, string group, TimeSpan lifetime, CancellationToken ct)
    {
        var minutes = ((int)lifetime.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        var expires = _clock.GetUtcNow() + lifetime;
        var content = await SendAsync(
            $":generateToken?userId={Uri.EscapeDataString(userId)}&group={Uri.EscapeDataString(group)}&minutesToExpire={minutes}", null, 200, ct);
        using var answer = JsonDocument.Parse(content);
        var token = answer.RootElement.GetProperty("token").GetString()!;
        return new Listening(new UriBuilder(_endpoint) { Scheme = "wss", Path = $"client/hubs/{Hub}", Query = $"access_token={Uri.EscapeDataString(token)}" }.Uri, expires);
    }

    public Task TellAsync(string group, object news, CancellationToken ct) => SendAsync(
        $"groups/{Uri.EscapeDataString(group)}/:send?contentType=application/json", JsonSerializer.SerializeToUtf8Bytes(news, news.GetType(), DomainJson.Options), 202, ct);

    private async Task<BinaryData> SendAsync(string operation, byte[]? body, int expected, CancellationToken ct)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(new Uri(_endpoint, $"/api/hubs/{Hub}/{operation}&api-version={ApiVersion}"));
        if (body is not null)
        {
            request.Headers.Add("Content-Type", "application/json");
            request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, ct);
        return message.Response.Status == expected ? message.Response.Content : throw new RequestFailedException(message.Response);
    }
}
