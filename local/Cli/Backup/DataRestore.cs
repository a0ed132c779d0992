namespace StreamPlatform.Local.Cli.Backup;

/// <summary>Makes a data folder from a backup.</summary>
internal static class DataRestore
{
    /// <exception cref="CommandFailure">The backup isn't whole, or the data folder has something in it.</exception>
    public static BackupManifest Run(string backup, string dataFolder, CancellationToken ct)
    {
        var manifest = BackupManifest.Read(backup);
        var actual = DataBackup.Inventory(backup).ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        if (manifest.Files.FirstOrDefault(file => actual.GetValueOrDefault(file.Path, -1) != file.Bytes) is { } damaged)
        {
            throw new CommandFailure("backup.damaged", $"The backup is damaged: {damaged.Path} is missing or not {damaged.Bytes} bytes long.");
        }

        if (Directory.Exists(dataFolder) && Directory.EnumerateFileSystemEntries(dataFolder).Any())
        {
            throw new CommandFailure("restore.not_empty", $"{dataFolder} is not empty: restore into a new folder, or move this one away first.");
        }

        var draft = dataFolder.TrimEnd(Path.DirectorySeparatorChar) + ".partial";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        foreach (var file in manifest.Files)
        {
            ct.ThrowIfCancellationRequested();
            var target = Path.Combine(draft, file.Path);
            MakeFolder(Path.GetDirectoryName(target)!, Path.GetDirectoryName(Path.Combine(backup, file.Path))!);
            File.Copy(Path.Combine(backup, file.Path), target);
        }

        if (Directory.Exists(dataFolder))
        {
            Directory.Delete(dataFolder);
        }

        Directory.Move(draft, dataFolder);
        return manifest;
    }

    /// <summary>With the rights of the folder it is a copy of: keys stay the owner's.</summary>
    private static void MakeFolder(string folder, string like)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, File.GetUnixFileMode(like));
        }
    }
}
