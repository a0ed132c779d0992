using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Local.Host.PubSub;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Broadcasts of the embedded runtime.</summary>
internal sealed class PubSubBroadcasts(LocalPubSub pubSub, Uri publicUrl, TimeProvider clock) : IBroadcasts
{
    private const string Hub = "streamplatform";

    public Task<Listening> OpenAsync(string userId, string group, TimeSpan lifetime, CancellationToken ct)
    {
        var url = new UriBuilder(publicUrl)
        {
            Scheme = publicUrl.Scheme == Uri.UriSchemeHttps ? "wss" : "ws",
            Path = publicUrl.AbsolutePath.TrimEnd('/') + LocalPubSub.Path + Hub,
            Query = $"access_token={pubSub.Admit(userId, group, lifetime)}",
        };
        return Task.FromResult(new Listening(url.Uri, clock.GetUtcNow() + lifetime));
    }

    public Task TellAsync(string group, object news, CancellationToken ct)
    {
        pubSub.Send(group, JsonSerializer.SerializeToElement(news, news.GetType(), DomainJson.Options));
        return Task.CompletedTask;
    }
}
