using System.Globalization;
using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Durable;

/// <summary>Instances as clients see them: starting, listing, messaging and purging.</summary>
internal sealed class InstanceStore(SqliteDatabase database)
{
    private const string Columns = "name, id, status, created, updated, input, output, custom_status, failure";

    /// <summary>Adds a pending instance, replacing a finished one of that id.</summary>
    /// <exception cref="OrchestrationAlreadyExistsException">One exists that has not finished.</exception>
    public Task AddAsync(InstanceHead head, DateTime now, DateTime? startAt, CancellationToken cancellation) =>
        database.WriteAsync(
            c =>
            {
                if (Rows.Head(c, head.Id) is { IsFinished: false } existing)
                    throw new OrchestrationAlreadyExistsException(head.Id, existing.Status);
                Rows.Insert(c, head, now);
                if (startAt is { } at)
                {
                    c.Execute(
                        "INSERT INTO timers(instance, execution, task, fire_at) VALUES($1, $2, $3, $4)",
                        head.Id,
                        head.Execution,
                        TimerEntry.Start,
                        at.Ticks);
                }
            },
            cancellation);

    /// <summary>Stores a message; null if the instance does not exist or has finished.</summary>
    public Task<Message?> SendAsync(string id, Message message, CancellationToken cancellation) =>
        database.WriteAsync(c => Rows.Send(c, id, message), cancellation);

    public Task<OrchestrationMetadata?> FindAsync(string id, bool payloads, CancellationToken cancellation) =>
        database.ReadAsync(
            c => c.QueryFirst($"SELECT {Columns} FROM instances WHERE id = $1", r => Read(r, payloads), id), cancellation);

    /// <summary>Instances in order of creation, after the place that the token names.</summary>
    public Task<Page<OrchestrationMetadata>> ListAsync(
        OrchestrationQuery query, string? token, int pageSize, CancellationToken cancellation)
    {
        var (afterTime, afterId) = ParseToken(token);
        return database.ReadAsync(
            c =>
            {
                var rows = c.Query(
                    $"""
                    SELECT {Columns} FROM instances
                    WHERE created >= $1 AND created <= $2 AND ($3 >> status) & 1 AND substr(id, 1, length($4)) = $4
                      AND (created, id) > ($5, $6)
                    ORDER BY created, id LIMIT $7
                    """,
                    r => (Created: r.GetInt64(3), Instance: Read(r, query.FetchInputsAndOutputs)),
                    Math.Max(afterTime, query.CreatedFrom?.UtcTicks ?? 0),
                    query.CreatedTo?.UtcTicks ?? long.MaxValue,
                    Mask(query.Statuses),
                    query.InstanceIdPrefix ?? "",
                    afterTime,
                    afterId,
                    pageSize + 1);
                var page = rows.Take(pageSize).ToList();
                var next = rows.Count > pageSize
                    ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].Created}:{page[^1].Instance.InstanceId}")
                    : null;
                return new Page<OrchestrationMetadata>([.. page.Select(p => p.Instance)], next);
            },
            cancellation);
    }

    /// <summary>Removes a finished instance, and finished sub-orchestrations of it if asked to; returns how many.</summary>
    public Task<int> PurgeAsync(string id, bool recursive, CancellationToken cancellation) =>
        database.WriteAsync(c => Purge(c, id, recursive), cancellation);

    /// <summary>Removes every finished instance that the filter matches; returns how many.</summary>
    public Task<int> PurgeAsync(PurgeInstancesFilter filter, bool recursive, CancellationToken cancellation) =>
        database.WriteAsync(
            c => c.Query(
                    "SELECT id FROM instances WHERE created >= $1 AND created <= $2 AND ($3 >> status) & 1",
                    r => r.GetString(0),
                    filter.CreatedFrom?.UtcTicks ?? 0,
                    filter.CreatedTo?.UtcTicks ?? long.MaxValue,
                    Mask(filter.Statuses))
                .Sum(id => Purge(c, id, recursive)),
            cancellation);

    private static int Purge(SqliteConnection c, string id, bool recursive)
    {
        if (Rows.Head(c, id) is not { IsFinished: true })
            return 0;
        var children = recursive
            ? c.Query("SELECT id FROM instances WHERE parent_id = $1", r => r.GetString(0), id)
            : [];
        Rows.Delete(c, id);
        return 1 + children.Sum(child => Purge(c, child, recursive));
    }

    private static long Mask(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        statuses?.Aggregate(0L, (mask, status) => mask | (1L << (int)status)) ?? ~0L;

    private static (long Time, string Id) ParseToken(string? token)
    {
        if (token is null)
            return (0, "");
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? (time, token[(colon + 1)..])
            : throw new ArgumentException("This continuation token was not made here.", nameof(token));
    }

    private static OrchestrationMetadata Read(SqliteDataReader r, bool payloads)
    {
        var failure = r.GetText(8);
        return new OrchestrationMetadata(r.GetString(0), r.GetString(1))
        {
            RuntimeStatus = (OrchestrationRuntimeStatus)r.GetInt32(2),
            CreatedAt = new DateTimeOffset(r.GetInt64(3), TimeSpan.Zero),
            LastUpdatedAt = new DateTimeOffset(r.GetInt64(4), TimeSpan.Zero),
            SerializedInput = payloads ? r.GetText(5) : null,
            SerializedOutput = payloads ? r.GetText(6) : null,
            SerializedCustomStatus = payloads ? r.GetText(7) : null,
            FailureDetails = payloads && failure is not null ? DurableJson.ReadFailure(failure) : null,
            Serialization = payloads ? DurableJson.Options : null,
        };
    }
}
