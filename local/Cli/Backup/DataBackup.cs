using System.Globalization;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Local.Cli.Backup;

/// <summary>
/// Copies a data folder, running or not, so that everything the copied stores speak of is in the copy: first the
/// databases, then blobs as of a later instant. An asset that is deleted in the seconds between can come back without
/// its media; nothing else can tear.
/// </summary>
internal sealed class DataBackup(TimeProvider clock)
{
    /// <summary>Azurite writes its index every 5 s when something changed.</summary>
    private static readonly TimeSpan IndexPatience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan IndexLook = TimeSpan.FromMilliseconds(250);

    private static readonly UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="runningBlobs">Blob storage when it runs; null when it doesn't.</param>
    /// <returns>The folder, whole: it appears under its name only at the end.</returns>
    public async Task<BackupManifest> WriteAsync(string dataFolder, string target, IBlobStore? runningBlobs, CancellationToken ct)
    {
        if (!Directory.Exists(Path.Combine(dataFolder, "db")))
        {
            throw new CommandFailure("backup.nothing", $"There is nothing to back up: {dataFolder} is not a data folder.");
        }

        if (Path.Exists(target))
        {
            throw new CommandFailure("backup.exists", $"{target} exists already: choose another folder for the backup.");
        }

        var draft = target + ".partial";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        // It holds keys and originals.
        Directory.CreateDirectory(draft, OwnerOnly);
        DatabaseCopies.Copy(Path.Combine(dataFolder, "db"), Path.Combine(draft, "db"), ct);
        await CopyBlobsAsync(Path.Combine(dataFolder, "azurite"), Path.Combine(draft, "azurite"), runningBlobs, ct);
        CopyKeys(Path.Combine(dataFolder, "keys"), Path.Combine(draft, "keys"));

        var manifest = new BackupManifest(BackupManifest.CurrentVersion, clock.GetUtcNow(), Inventory(draft));
        manifest.Write(draft);
        Directory.Move(draft, target);
        return manifest;
    }

    public static IReadOnlyList<BackedUpFile> Inventory(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != BackupManifest.FileName)
            .Select(file => new BackedUpFile(Path.GetRelativePath(folder, file.FullName), file.Length))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private async Task CopyBlobsAsync(string from, string to, IBlobStore? running, CancellationToken ct)
    {
        if (running is null)
        {
            if (BlobCopies.Exists(from))
            {
                BlobCopies.TryCopy(from, to, null, ct);
            }

            return;
        }

        var witness = new BlobPath(Containers.Work, string.Create(CultureInfo.InvariantCulture, $"backup/{clock.GetUtcNow().UtcTicks}-{Guid.NewGuid():N}"));
        await running.WriteAsync(witness, "A backup was begun here."u8.ToArray(), "text/plain", ct);
        try
        {
            var began = clock.GetTimestamp();
            while (!TryCopy(from, to, witness.Name, ct))
            {
                if (clock.GetElapsedTime(began) > IndexPatience)
                {
                    throw new CommandFailure("backup.storage_silent", "Azurite has not written its index for a minute: look at its log in the data folder's azurite/.");
                }

                await Task.Delay(IndexLook, clock, ct);
            }
        }
        finally
        {
            await running.DeleteAsync(witness, CancellationToken.None);
        }
    }

    /// <summary>An extent whose blobs were all deleted can go while it is about to be copied: the next index no longer names it.</summary>
    private static bool TryCopy(string from, string to, string witness, CancellationToken ct)
    {
        try
        {
            return BlobCopies.TryCopy(from, to, witness, ct);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static void CopyKeys(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        Directory.CreateDirectory(to, OwnerOnly);
        foreach (var key in Directory.EnumerateFiles(from))
        {
            File.Copy(key, Path.Combine(to, Path.GetFileName(key)));
        }
    }
}
