using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>By how much a record changes what a session adds to windows. It is used again for the next record.</summary>
internal sealed class SessionChange
{
    private readonly (int Place, long Figure)[] _facts = new (int, long)[SessionFacts.Count];
    private int _changed, _changedOfMinutes;

    public SessionLabels Labels { get; private set; } = null!;

    /// <summary>The minute in which the session began, since 1970.</summary>
    public int StartMinute { get; private set; }

    /// <summary>By minute, what flowed in it more than was known.</summary>
    public List<MinuteFlow> Flows { get; } = [];

    /// <summary>What has changed: the place of a <see cref="Metric"/>, and by how much.</summary>
    public ReadOnlySpan<(int Place, long Figure)> Facts => _facts.AsSpan(0, _changed);

    /// <summary>Those of them that windows of a minute tell too.</summary>
    public ReadOnlySpan<(int Place, long Figure)> FactsOfMinutes => _facts.AsSpan(0, _changedOfMinutes);

    /// <summary>Something but flows has changed.</summary>
    public bool ChangesFacts { get; private set; }

    /// <summary>Something has changed that windows of a minute tell too.</summary>
    public bool ChangesMinutes { get; private set; }

    public int? StartupRemoved { get; private set; }
    public int? StartupAdded { get; private set; }
    public long? KbpsRemoved { get; private set; }
    public long? KbpsAdded { get; private set; }
    public UInt128 PartsRemoved { get; private set; }
    public UInt128 PartsAdded { get; private set; }

    /// <summary>Null when there is no viewer to add.</summary>
    public ulong? Viewer { get; private set; }

    public bool IsEmpty => Flows.Count == 0 && !ChangesFacts;

    public void Begin(SessionState state, SessionLabels labels)
    {
        Flows.Clear();
        Labels = labels;
        StartMinute = (int)(state.Claims!.StartedAt.ToUnixTimeMilliseconds() / 60_000);
    }

    /// <param name="hadViewer">The viewer was counted before, whatever <paramref name="before"/> says.</param>
    public void Take(SessionFacts before, SessionFacts after, ulong viewer, bool hadViewer = false)
    {
        (_changed, _changedOfMinutes) = (0, 0);
        for (var i = 0; i < SessionFacts.Count; i++)
        {
            if (after.Figures[i] - before.Figures[i] is not 0 and var more)
                _facts[_changed++] = (SessionFacts.First + i, more);
            if (SessionFacts.First + i == (int)Metric.QuarantinedSessions)
                _changedOfMinutes = _changed;
        }

        (StartupRemoved, StartupAdded) = before.StartupMs == after.StartupMs ? (null, null) : (before.StartupMs, after.StartupMs);
        (KbpsRemoved, KbpsAdded) = before.Kbps == after.Kbps ? (null, null) : (before.Kbps, after.Kbps);
        (PartsRemoved, PartsAdded) = (before.Parts & ~after.Parts, after.Parts & ~before.Parts);
        Viewer = after.HasViewer && !before.HasViewer && !hadViewer ? viewer : null;
        ChangesMinutes = _changedOfMinutes > 0 || Viewer is not null || StartupRemoved is not null || StartupAdded is not null;
        ChangesFacts = _changed > 0 || ChangesMinutes || KbpsRemoved is not null || KbpsAdded is not null || PartsRemoved != 0 || PartsAdded != 0;
    }
}
