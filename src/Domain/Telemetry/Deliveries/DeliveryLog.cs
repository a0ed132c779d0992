using System.Globalization;
using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>
/// The lines of what was given to players, in blobs as Azure's diagnostic settings name them: <c>resourceId=…/y=2026/m=11/d=29/h=22/m=00/PT1H.json</c>, hour by
/// hour in UTC, a JSON object a line.
/// </summary>
public sealed class DeliveryLog(IBlobStore blobs, TimeProvider clock)
{
    public const int HoursOfDay = 24;

    /// <summary>How long it is kept: a few days longer than until its days are counted again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    private const int ReadAtOnce = 1 << 20;

    /// <summary>Where the lines of an hour lie.</summary>
    public static string FolderOf(string resource, DateTimeOffset hour) =>
        string.Create(CultureInfo.InvariantCulture, $"resourceId={resource}{HourOf(hour)}m=00/");

    /// <summary>Whether there is anything of a day.</summary>
    public async Task<bool> HasAsync(DateOnly day, CancellationToken ct)
    {
        var part = string.Create(CultureInfo.InvariantCulture, $"/y={day:yyyy}/m={day:MM}/d={day:dd}/");
        await foreach (var blob in blobs.ListAsync(Containers.DeliveryLogs, "", ct))
        {
            if (blob.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>What was given in an hour. Lines that nobody understands are passed over.</summary>
    public async IAsyncEnumerable<DeliveryLine> ReadAsync(DateTimeOffset hour, [EnumeratorCancellation] CancellationToken ct)
    {
        var part = HourOf(hour);
        await foreach (var blob in blobs.ListAsync(Containers.DeliveryLogs, "", ct))
        {
            if (!blob.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
                continue;
            await foreach (var line in LinesAsync(new BlobPath(Containers.DeliveryLogs, blob.Name), ct))
            {
                if (DeliveryLine.Of(line) is { } delivery)
                    yield return delivery;
            }
        }
    }

    /// <summary>Deletes what was kept long enough.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var old = new List<string>();
        await foreach (var blob in blobs.ListAsync(Containers.DeliveryLogs, "", ct))
        {
            if (blob.LastModified < clock.GetUtcNow() - Kept)
                old.Add(blob.Name);
        }

        foreach (var name in old)
            await blobs.DeleteAsync(new BlobPath(Containers.DeliveryLogs, name), ct);
        return old.Count;
    }

    private static string HourOf(DateTimeOffset hour) =>
        string.Create(CultureInfo.InvariantCulture, $"/y={hour.UtcDateTime:yyyy}/m={hour.UtcDateTime:MM}/d={hour.UtcDateTime:dd}/h={hour.UtcDateTime:HH}/");

    /// <summary>An hour of a big installation is gigabytes: it goes through memory piece by piece.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(BlobPath path, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new byte[ReadAtOnce + DeliveryLine.MaxLength];
        var (held, offset, skipping) = (0, 0L, false);
        while (true)
        {
            var count = await blobs.ReadRangeAsync(path, null, offset, buffer.AsMemory(held, ReadAtOnce), ct);
            (offset, held) = (offset + count, held + count);
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, held - start)) >= 0; start = end + 1)
            {
                if (!skipping && end > start)
                    yield return buffer.AsMemory(start, end - start);
                skipping = false;
            }

            if (count == 0)
            {
                if (!skipping && held > start)
                    yield return buffer.AsMemory(start, held - start);
                yield break;
            }

            // A line that is longer than any is none, up to its end.
            if (held - start > DeliveryLine.MaxLength)
                (skipping, start) = (true, held);
            buffer.AsSpan(start, held - start).CopyTo(buffer);
            held -= start;
        }
    }
}
