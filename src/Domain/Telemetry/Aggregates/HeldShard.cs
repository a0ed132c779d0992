using System.Buffers;
using System.Runtime.InteropServices;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A shard in memory, as one partition of the hub sees it: what was loaded, what was changed since.</summary>
internal sealed class HeldShard(ShardKey key)
{
    private readonly string _name = key.Name;

    /// <summary>Null while they are to be loaded.</summary>
    private readonly Dictionary<WindowKey, HeldWindow?> _windows = [];

    /// <summary>Null while they are to be loaded.</summary>
    private readonly Dictionary<string, HeldSession?> _sessions = new(StringComparer.Ordinal);

    private readonly Dictionary<string, WindowKey> _wantedWindows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wantedSessions = new(StringComparer.Ordinal);
    private readonly List<HeldWindow> _dirtyWindows = [];
    private readonly List<HeldSession> _dirtySessions = [];

    /// <summary>Of the platform, which has no sessions of its own: those that went badly in this batch.</summary>
    private readonly List<SessionState> _poor = [];

    private bool _isLoaded;

    /// <summary>Null of a shard that was never written.</summary>
    private ShardHead? _head;

    public ShardKey Key => key;

    /// <summary>The last sequence number that is counted in it, in memory.</summary>
    public long Watermark { get; private set; } = -1;

    /// <summary>It is on the list of those that something may be loaded of.</summary>
    public bool IsWanting { get; set; }

    public bool IsDirty => _dirtyWindows.Count > 0 || _dirtySessions.Count > 0;

    /// <summary>Sessions that were changed and aren't written.</summary>
    public IEnumerable<SessionState> Changed => _dirtySessions.Select(session => session.State);

    public int Count => _windows.Count + _sessions.Count;

    /// <summary>The batches that each of its parts was used in last.</summary>
    public IEnumerable<long> Uses => _windows.Values.Select(window => window!.Used).Concat(_sessions.Values.Select(session => session!.Used));

    public HeldSession? FindSession(string sessionId) => _sessions.GetValueOrDefault(sessionId);

    public void Want(string sessionId, long batch)
    {
        if (_sessions.TryGetValue(sessionId, out var session))
        {
            if (session is not null)
                session.Used = batch;
            return;
        }

        _sessions.Add(sessionId, null);
        _wantedSessions.Add(HeldSession.IdOf(sessionId), sessionId);
    }

    /// <summary>The windows that a minute is in.</summary>
    public void Want(int minute)
    {
        for (var grain = Grain.Minute; grain <= Grain.Day; grain++)
        {
            var window = new WindowKey(grain, Windows.StartOf(grain, minute));
            if (_windows.TryAdd(window, null))
                _wantedWindows.Add(Windows.IdOf(grain, window.Start), window);
        }
    }

    /// <summary>What has to be loaded. Of a shard that was never written there is nothing.</summary>
    public ShardRequest Request() => new(_name, !_isLoaded, _isLoaded && _head is null ? [] : [.. _wantedSessions.Keys, .. _wantedWindows.Keys]);

    public void Take(ShardContent content)
    {
        if (!_isLoaded)
        {
            (_isLoaded, _head) = (true, content.Head);
            Watermark = content.Head?.Watermark ?? -1;
        }

        foreach (var (id, body, _) in content.Documents)
        {
            var stored = body.Span;
            if (_wantedSessions.TryGetValue(id, out var sessionId))
            {
                _sessions[sessionId] = new HeldSession(sessionId, SessionBytes.Read(sessionId, stored));
            }
            else if (_wantedWindows.TryGetValue(id, out var place))
            {
                var counted = VariableLength.Read(ref stored);
                _windows[place] = new HeldWindow(place.Grain, place.Start, WindowBytes.Read(place.Grain, Windows.TimeOf(place.Start), stored), counted);
            }
        }
    }

    /// <summary>What was wanted and isn't there begins empty.</summary>
    public void Fill(long batch)
    {
        foreach (var sessionId in _wantedSessions.Values)
        {
            ref var session = ref CollectionsMarshal.GetValueRefOrAddDefault(_sessions, sessionId, out _);
            session ??= new HeldSession(sessionId, new SessionState());
            session.Used = batch;
        }

        foreach (var place in _wantedWindows.Values)
        {
            ref var window = ref CollectionsMarshal.GetValueRefOrAddDefault(_windows, place, out _);
            window ??= new HeldWindow(place.Grain, place.Start, new WindowAggregate(place.Grain, Windows.TimeOf(place.Start)), -1);
            window.Used = batch;
        }

        _wantedSessions.Clear();
        _wantedWindows.Clear();
        IsWanting = false;
    }

    /// <summary>The session has taken a record in.</summary>
    public void Touch(HeldSession session, long sequence)
    {
        Watermark = sequence;
        if (session.IsDirty)
            return;
        session.IsDirty = true;
        _dirtySessions.Add(session);
    }

    /// <summary>Keeps a sample of a session that is another shard's, if it went badly, with the next changes.</summary>
    public void Sample(SessionState session)
    {
        if (PoorSessions.IsPoor(session))
            _poor.Add(session);
    }

    /// <summary>Counts what a record changes; that it isn't counted yet is known.</summary>
    public void Apply(SessionChange change, long sequence, long batch)
    {
        Watermark = sequence;
        foreach (ref readonly var flow in CollectionsMarshal.AsSpan(change.Flows))
        {
            for (var grain = Grain.Minute; grain <= Grain.Day; grain++)
            {
                if (Touch(grain, flow.Minute, sequence, batch) is { } window)
                    window.Add(flow, change.Labels);
            }
        }

        if (!change.ChangesFacts)
            return;
        for (var grain = change.ChangesMinutes ? Grain.Minute : Grain.Hour; grain <= Grain.Day; grain++)
        {
            if (Touch(grain, change.StartMinute, sequence, batch) is { } window)
                window.AddFacts(change, key.Kind == ShardKind.Platform);
        }
    }

    /// <summary>What was changed, windows first: after a write in steps that was cut short they are counted again from the sessions as they were.</summary>
    /// <param name="buffer">Holds the bytes until they are written.</param>
    public ShardWrite Changes(ArrayBufferWriter<byte> buffer, DateTimeOffset now)
    {
        var documents = new List<ShardDocument>(_dirtyWindows.Count + _dirtySessions.Count);
        Dictionary<string, ShardDocument>? samples = null;
        foreach (var window in _dirtyWindows)
        {
            var start = buffer.WrittenCount;
            VariableLength.Write(buffer, window.Counted);
            WindowBytes.Write(window.Window, buffer);
            documents.Add(new ShardDocument(window.Id, buffer.WrittenMemory[start..], window.ExpiresAt));
        }

        foreach (var session in _dirtySessions)
        {
            var start = buffer.WrittenCount;
            SessionBytes.Write(session.State, buffer);
            var body = buffer.WrittenMemory[start..];
            documents.Add(new ShardDocument(session.Id, body, session.ExpiryAt(now)));
            if (PoorSessions.SampleOf(session.State, body.Span, PoorSessions.SlotsOfVideo) is { } sample)
                (samples ??= new(StringComparer.Ordinal))[sample.Id] = sample;
        }

        foreach (var session in _poor)
        {
            var start = buffer.WrittenCount;
            SessionBytes.Write(session, buffer);
            if (PoorSessions.SampleOf(session, buffer.WrittenSpan[start..], PoorSessions.SlotsOfPlatform) is { } sample)
                (samples ??= new(StringComparer.Ordinal))[sample.Id] = sample;
        }

        if (samples is not null)
            documents.AddRange(samples.Values);
        return new ShardWrite(_name, _head?.ETag, _head?.Watermark ?? -1, Watermark, documents);
    }

    public void Written(string etag)
    {
        _head = new ShardHead(Watermark, etag);
        foreach (var window in _dirtyWindows)
            window.IsDirty = false;
        foreach (var session in _dirtySessions)
            session.IsDirty = false;
        _dirtyWindows.Clear();
        _dirtySessions.Clear();
        _poor.Clear();
    }

    /// <summary>Forgets what was not used since a batch; nothing of it is changed and not written.</summary>
    public void Trim(long since)
    {
        foreach (var (place, window) in _windows)
        {
            if (window!.Used < since)
                _windows.Remove(place);
        }

        foreach (var (id, session) in _sessions)
        {
            if (session!.Used < since)
                _sessions.Remove(id);
        }
    }

    private HeldWindow? Touch(Grain grain, int minute, long sequence, long batch)
    {
        var window = _windows[new WindowKey(grain, Windows.StartOf(grain, minute))]!;
        window.Used = batch;
        if (!window.Takes(sequence))
            return null;
        if (!window.IsDirty)
        {
            window.IsDirty = true;
            _dirtyWindows.Add(window);
        }

        return window;
    }
}
