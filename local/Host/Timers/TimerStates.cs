using StreamPlatform.Local.Model;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host.Timers;

/// <summary>Where monitored schedules stand, across restarts.</summary>
internal sealed class TimerStates(SqliteDatabase database)
{
    /// <summary>The status, or null when there is none or it is of another schedule.</summary>
    public Task<ScheduleStatus?> ReadAsync(string function, string schedule, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryFirst(
            "SELECT last, next, updated FROM timers WHERE function=$1 AND schedule=$2",
            row => new ScheduleStatus { Last = Utc(row.GetInt64(0)), Next = Utc(row.GetInt64(1)), LastUpdated = Utc(row.GetInt64(2)) },
            function, schedule),
        cancellation);

    public Task WriteAsync(string function, string schedule, ScheduleStatus status) => database.WriteAsync(connection => connection.Execute(
        "INSERT OR REPLACE INTO timers (function, schedule, last, next, updated) VALUES ($1, $2, $3, $4, $5)",
        function, schedule, status.Last.Ticks, status.Next.Ticks, status.LastUpdated.Ticks));

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
