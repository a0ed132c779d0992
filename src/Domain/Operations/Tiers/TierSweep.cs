using System.Globalization;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>Input of the <c>TierMedia</c> workflow, and how far it is.</summary>
/// <param name="Moves">False for a dry run.</param>
/// <param name="Cursor">Where in the catalog it is.</param>
public sealed record TierSweep(bool Moves, string? Cursor, TierReport Report)
{
    public const string Workflow = "TierMedia";

    private const string Prefix = "tiers-";

    public static TierSweep Begin(bool moves) => new(moves, null, TierReport.Nothing);

    /// <summary>Those that are asked for within a minute, and do the same, are one.</summary>
    public static string InstanceId(DateTimeOffset at, bool moves) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.UtcDateTime:yyyyMMddHHmm}-{(moves ? "move" : "dry")}");

    public static bool IsInstanceId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>A part of the catalog that was looked at.</summary>
/// <param name="Cursor">Of the next part; null after the last.</param>
public sealed record TieredPage(string? Cursor, TierReport Report);
