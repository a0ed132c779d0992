using StreamPlatform.EndToEnd.Tests;
using StreamPlatform.EndToEnd.Tests.Faults;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("StreamPlatform.EndToEnd.Tests.CollectionOrder", "StreamPlatform.EndToEnd.Tests")]

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Two collections run at a time, for each mostly waits; the two longest begin, so that the shorter ones fill what is left.</summary>
public sealed class CollectionOrder : ITestCollectionOrderer
{
    private static readonly List<string> Longest = [OwnedPlatformCollection.Name, DrillCollection.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Longest.IndexOf(collection.DisplayName) is >= 0 and var place ? place : Longest.Count)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
