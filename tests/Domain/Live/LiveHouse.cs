using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Live;

/// <summary>Live streams on real documents, and nodes that take encoders in.</summary>
internal sealed class LiveHouse : IAsyncDisposable
{
    public const string Node = "cell1";

    private readonly House _house = new();

    public LiveHouse()
    {
        Documents = _house.Get<IDocuments>();
        Streams = new LiveStreams(Documents, LiveOptions.From("rtmp://a.example:1935/live, rtmp://b.example:1936/live"), _house.Clock);
        Ingest = new LiveIngest(Documents, _house.Clock);
    }

    public IDocuments Documents { get; }
    public LiveStreams Streams { get; }
    public LiveIngest Ingest { get; }
    public string Owner => _house.Owner;
    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => _house.Clock;

    public async Task<(LiveStream Stream, string Key)> CreateAsync(PlaybackPolicy? policy = null)
    {
        var made = (await Streams.CreateAsync(Owner, new NewLiveStream("The sea, live", policy), default)).Value;
        return (made.Stream.Stream, made.Key);
    }

    public async Task<LiveStreamState> StateAsync(LiveStream stream) => (await Streams.GetAsync(Owner, stream.Id, default)).Value.State;

    public async Task<LiveIngestGrant> AdmitAsync(string key) => (await Ingest.AdmitAsync(key, Node, default)).Value;

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
