using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Linux's process table, as the drill needs it.</summary>
internal static class ProcessTree
{
    /// <summary>Every living process with its command line.</summary>
    public static IReadOnlyList<(int Id, string Command)> All() => [.. Parents().Keys.Select(id => (id, CommandOf(id)))];

    /// <summary>Every living descendant of a process with its command line.</summary>
    public static IReadOnlyList<(int Id, string Command)> DescendantsOf(int root)
    {
        var parents = Parents();
        return [.. parents.Keys.Where(id => IsBelow(id, root, parents)).Select(id => (id, CommandOf(id)))];
    }

    /// <summary>Files that a process has open; none of one that has ended.</summary>
    public static IReadOnlyList<string> OpenFiles(int id)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries($"/proc/{id}/fd").Select(fd => new FileInfo(fd).LinkTarget).OfType<string>()];
        }
        catch (IOException)
        {
            return [];
        }
    }

    public static bool IsAlive(int id) => ParentOf(id) is not null;

    /// <summary>SIGKILL; false when the process had ended before.</summary>
    public static bool Kill(int id)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", $"{id}"]) { RedirectStandardError = true })!;
        kill.WaitForExit();
        return kill.ExitCode == 0;
    }

    private static Dictionary<int, int> Parents()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } parent)
                parents[id] = parent;
        return parents;
    }

    private static bool IsBelow(int id, int root, Dictionary<int, int> parents)
    {
        for (var steps = 0; steps < 64 && parents.TryGetValue(id, out var parent); steps++, id = parent)
            if (parent == root)
                return true;
        return false;
    }

    /// <summary>Parent of a living process; null when it is gone or only a zombie.</summary>
    private static int? ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
