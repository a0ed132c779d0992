namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>The drills run one after the other: each has the machine's time for its kills, and they share one report.</summary>
[CollectionDefinition(Name)]
public sealed class DrillCollection
{
    public const string Name = "Drills";
}
