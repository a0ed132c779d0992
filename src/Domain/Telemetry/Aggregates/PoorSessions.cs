using System.Buffers;
using System.Globalization;
using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// Some of the sessions that went badly, with their whole timelines, to be looked at. Of a video's part and a day there are <see cref="SlotsOfVideo"/>, of the platform
/// <see cref="SlotsOfPlatform"/> for each partition of the hub; a session's slot follows from its id, and of those that share it the last stays.
/// </summary>
internal static class PoorSessions
{
    public const int SlotsOfVideo = 20, SlotsOfPlatform = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The session's sample, its id before its bytes; null of one that went well, or counts apart.</summary>
    public static ShardDocument? SampleOf(SessionState state, ReadOnlySpan<byte> bytes, int slots)
    {
        if (!IsPoor(state))
            return null;
        var claims = state.Claims!;
        var buffer = new ArrayBufferWriter<byte>(bytes.Length + 64);
        SessionBytes.Text(buffer, claims.SessionId);
        buffer.Write(bytes);
        return new ShardDocument(IdOf(claims.StartedAt, SlotOf(claims.SessionId, slots)), buffer.WrittenMemory, new DateTimeOffset(claims.StartedAt.UtcDateTime.Date, TimeSpan.Zero) + Kept);
    }

    public static bool IsPoor(SessionState state) => state is { Claims: not null, IsQuarantined: false, Score: < ExperienceScore.Poor };

    public static SessionState Read(ReadOnlySpan<byte> sample) => SessionBytes.Read(SessionBytes.Text(ref sample), sample);

    /// <summary>Where the samples of a day begin; those of the next, where they end.</summary>
    public static string IdOf(DateTimeOffset day, int slot = 0) => string.Create(CultureInfo.InvariantCulture, $"x|{day.UtcDateTime:yyyyMMdd}|{slot:00}");

    private static int SlotOf(string sessionId, int slots)
    {
        var hash = 2166136261u;
        foreach (var letter in sessionId)
            hash = (hash ^ letter) * 16777619u;
        return (int)(hash % (uint)slots);
    }
}
