using System.Diagnostics;
using System.Text.Json;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Transcoder;

/// <summary>
/// Hands this process's spans to whoever started it: a line a span in a file of a folder, locked while the process lives, so
/// that the reader knows when it is whole, also after a kill. Kept only where the setting <see cref="Setting"/> asks for it.
/// </summary>
internal sealed class SpanFile : IDisposable
{
    /// <summary>The folder.</summary>
    public const string Setting = "Tracing__Folder";

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly ActivityListener _listener;

    private SpanFile(FileStream file)
    {
        _file = file;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("StreamPlatform.", StringComparison.Ordinal),
            Sample = Sample,
            ActivityStopped = Write,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Begins to listen; null without a folder, or where no file can be made in it.</summary>
    public static SpanFile? Open(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return null;
        try
        {
            Directory.CreateDirectory(folder);

            // Unbuffered: a line is one write, so that a kill leaves at most one line that isn't whole.
            return new SpanFile(new FileStream(Path.Combine(folder, $"{Guid.NewGuid():N}.spans"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _file.Dispose();
    }

    /// <summary>What whoever queued the item doesn't record isn't recorded here either.</summary>
    private static ActivitySamplingResult Sample(ref ActivityCreationOptions<ActivityContext> options) =>
        options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None;

    private void Write(Activity span)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
            SpanRecord.Of(span, "transcoder").WriteTo(json);
        line.WriteByte((byte)'\n');
        lock (_gate)
        {
            try
            {
                _file.Write(line.GetBuffer(), 0, (int)line.Length);
            }
            catch (IOException)
            {
                // A full disk costs the picture, not the item.
            }
        }
    }
}
