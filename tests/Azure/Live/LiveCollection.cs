namespace StreamPlatform.Azure.Tests.Live;

/// <summary>One database serves all contracts of a run.</summary>
[CollectionDefinition(Name)]
public sealed class LiveCollection : ICollectionFixture<LiveCosmos>
{
    public const string Name = "live";
}
