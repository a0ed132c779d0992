using System.Text.RegularExpressions;

namespace StreamPlatform.Local.Cli.Backup;

/// <summary>
/// Copies what Azurite keeps of blobs while it runs: an index, replaced as a whole by renaming, and extents, files that
/// are only ever appended to. An index that was written after an instant names every blob of that instant, and the
/// extents it names are on disk before it. Queues are left out: their messages are made again from what is in the stores.
/// </summary>
internal static partial class BlobCopies
{
    private const string Index = "__azurite_db_blob__.json";
    private const string ExtentIndex = "__azurite_db_blob_extent__.json";
    private const string Extents = "__blobstorage__";

    /// <summary>
    /// Copies index and extents. <paramref name="witness"/> is the name of a blob that was written after the databases were
    /// copied: the index must know it. Null when Azurite is stopped and the index therefore whole.
    /// </summary>
    /// <returns>False when the index on disk isn't new enough yet.</returns>
    public static bool TryCopy(string from, string to, string? witness, CancellationToken ct)
    {
        var index = File.ReadAllText(Path.Combine(from, Index));
        var extents = File.ReadAllText(Path.Combine(from, ExtentIndex));
        if (witness is not null && !(index.Contains(witness, StringComparison.Ordinal) && Named(index).All(id => extents.Contains(id, StringComparison.Ordinal))))
        {
            return false;
        }

        Directory.CreateDirectory(Path.Combine(to, Extents));
        File.WriteAllText(Path.Combine(to, Index), index);
        File.WriteAllText(Path.Combine(to, ExtentIndex), extents);
        foreach (var extent in Directory.EnumerateFiles(Path.Combine(from, Extents)))
        {
            ct.ThrowIfCancellationRequested();
            File.Copy(extent, Path.Combine(to, Extents, Path.GetFileName(extent)), overwrite: true);
        }

        return true;
    }

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Index));

    /// <summary>Ids of the extents that the index points into.</summary>
    private static HashSet<string> Named(string index) => [.. ExtentReference().Matches(index).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""\{"id":"([0-9a-f-]{36})","offset":""")]
    private static partial Regex ExtentReference();
}
