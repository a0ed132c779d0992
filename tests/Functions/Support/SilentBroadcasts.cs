using StreamPlatform.Domain.Broadcasts;

namespace StreamPlatform.Functions.Tests.Support;

/// <summary>Nobody listens; the URL names the group.</summary>
internal sealed class SilentBroadcasts : IBroadcasts
{
    public Task<Listening> OpenAsync(string userId, string group, TimeSpan lifetime, CancellationToken ct) =>
        Task.FromResult(new Listening(new Uri($"wss://localhost/{group}"), default));

    public Task TellAsync(string group, object news, CancellationToken ct) => Task.CompletedTask;
}
