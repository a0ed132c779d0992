using System.Text.Json;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>Compares what a package.json pins with what is installed beside it.</summary>
internal static class NodeModules
{
    /// <summary>Pinned packages that are missing or of another version, <c>name@version</c>.</summary>
    public static IReadOnlyList<string> Stale(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        return [.. new[] { "dependencies", "devDependencies" }
            .SelectMany(group => manifest.RootElement.TryGetProperty(group, out var packages) ? packages.EnumerateObject() : [])
            .Where(package => InstalledVersion(folder, package.Name) != package.Value.GetString())
            .Select(package => $"{package.Name}@{package.Value.GetString()}")];
    }

    private static string? InstalledVersion(string folder, string package)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "node_modules", package, "package.json")));
            return manifest.RootElement.GetProperty("version").GetString();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
