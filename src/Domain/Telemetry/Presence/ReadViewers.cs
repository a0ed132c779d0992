using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Presence;

/// <summary>
/// Tells who watches, to however many ask at the same time by reading it once every few seconds. Minutes that are over change only when players
/// tell late; these are read again every few minutes.
/// </summary>
public sealed class ReadViewers(Aggregates.Aggregates aggregates, TimeProvider clock)
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(4);

    /// <summary>How long minutes that are over are told as they were.</summary>
    public static readonly TimeSpan WholeFor = TimeSpan.FromMinutes(4);

    /// <summary>Minutes that are read each time: that which has begun, and those in which players still tell of what they saw.</summary>
    private const int Changing = 3;

    /// <summary>Beyond it those are forgotten that nobody asks about any more.</summary>
    private const int MaxHeld = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>Of subjects taken together.</summary>
    public Task<ViewersPresent> ReadAsync(IReadOnlyList<AggregateSubject> subjects, CancellationToken ct)
    {
        var (key, now) = (string.Join(' ', subjects.Select(subject => subject.Name)), clock.GetUtcNow());
        lock (_gate)
        {
            var before = _held.GetValueOrDefault(key);
            if (before is not null && !before.Reading.IsFaulted && now - before.At < KeptFor)
                return before.Reading.WaitAsync(ct);
            Forget(now);
            var whole = before is not { Reading.IsCompletedSuccessfully: true } || now - before.WholeAt >= WholeFor;
            // Whoever asks goes on without the one who asked first.
            var reading = ReadAsync(subjects, whole ? null : before!.Reading, now);
            _held[key] = new Held(reading, now, whole ? now : before!.WholeAt);
            return reading.WaitAsync(ct);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_held.Count < MaxHeld)
            return;
        foreach (var (key, held) in _held)
        {
            if (now - held.At >= WholeFor)
                _held.Remove(key);
        }
    }

    /// <param name="told">What was told before; null to read the whole hour.</param>
    private async Task<ViewersPresent> ReadAsync(IReadOnlyList<AggregateSubject> subjects, Task<ViewersPresent>? told, DateTimeOffset now)
    {
        var before = told is null ? null : await told;
        var end = Windows.MinuteOf(now) + 1;
        var start = end - ViewersPresent.Length;
        var minutes = new long[ViewersPresent.Length];
        var known = before is null ? end : Windows.MinuteOf(before.From);
        // A clock that was set back knows nothing of the time before.
        var first = start < known ? start : Math.Max(start, known + ViewersPresent.Length - Changing);
        for (var minute = start; minute < first; minute++)
            minutes[minute - start] = before!.Minutes[minute - known];
        foreach (var subject in subjects)
        {
            foreach (var window in await aggregates.ReadAsync(subject, Grain.Minute, Windows.TimeOf(first), Windows.TimeOf(end), CancellationToken.None))
                minutes[Windows.MinuteOf(window.Start) - start] += window[Metric.SessionMinutes];
        }

        return ViewersPresent.Of(Windows.TimeOf(start), minutes);
    }

    /// <param name="WholeAt">When the whole hour was read last.</param>
    private sealed record Held(Task<ViewersPresent> Reading, DateTimeOffset At, DateTimeOffset WholeAt);
}
