using System.Globalization;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>The installed Node.js, such as <c>v20.20.2</c>.</summary>
internal sealed record NodeVersion(string Text)
{
    public const int LeastMajor = 20;

    public bool IsNewEnough =>
        int.TryParse(Text.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= LeastMajor;

    /// <summary>Null when there is none.</summary>
    public static async Task<NodeVersion?> FindAsync(CancellationToken ct) =>
        await Tool.TryRunAsync("node", ["--version"], ct) is { Succeeded: true } ran ? new(ran.Output.Trim()) : null;
}
