using System.Diagnostics;
using System.Text.Json;

namespace StreamPlatform.Local.Host;

/// <summary>
/// <c>runtime.json</c>: which process serves a data folder, and at which address. Written when it listens, removed when
/// it stops; after a crash it stays behind, so readers go by <see cref="ReadRunning"/>.
/// </summary>
public sealed record RuntimeFile(int Pid, Uri PublicUrl, Uri LocalUrl, int Port, DateTimeOffset Started)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The runtime that serves the folder, or null when none does, whatever a crashed one has left.</summary>
    public static RuntimeFile? ReadRunning(DataFolder data)
    {
        if (Read(data) is not { } runtime || !IsLocked(data))
            return null;
        try
        {
            using var process = Process.GetProcessById(runtime.Pid);
            return runtime;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static RuntimeFile? Read(DataFolder data)
    {
        try
        {
            return JsonSerializer.Deserialize<RuntimeFile>(File.ReadAllBytes(data.RuntimeFile), Json);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    internal void Write(DataFolder data)
    {
        var draft = data.RuntimeFile + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(draft, data.RuntimeFile, overwrite: true);
    }

    private static bool IsLocked(DataFolder data)
    {
        if (!File.Exists(data.LockFile))
            return false;
        try
        {
            // Shared access: two readers that look at once don't take each other for the runtime.
            using var probe = new FileStream(data.LockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
