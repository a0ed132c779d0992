using System.Text.Json;

namespace StreamPlatform.Local.Cli.Backup;

/// <summary><c>backup.json</c>: written last, so a folder that has it is a whole backup.</summary>
internal sealed record BackupManifest(int Version, DateTimeOffset CreatedAt, IReadOnlyList<BackedUpFile> Files)
{
    public const string FileName = "backup.json";
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <exception cref="CommandFailure">The folder holds no whole backup, or one of a newer release.</exception>
    public static BackupManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new CommandFailure("backup.not_a_backup", $"{folder} is not a whole backup: it has no {FileName}.");
        }

        var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(file), Json)!;
        return manifest.Version <= CurrentVersion
            ? manifest
            : throw new CommandFailure("backup.newer", $"{folder} was written by a newer release: update this one first.");
    }
}

/// <summary>A file of the backup, by its path in it.</summary>
internal sealed record BackedUpFile(string Path, long Bytes);
