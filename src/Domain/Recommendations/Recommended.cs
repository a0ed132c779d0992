using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Recommendations;

/// <summary>A page of what is recommended, each video as the catalog has it.</summary>
/// <param name="Region">Whose trending videos are in it.</param>
/// <param name="Countries">That have trending videos of their own.</param>
/// <param name="MadeAt">Up to when it is known what is watched; null while nothing is.</param>
/// <param name="DependsOnPlace">Who asks from another country may get another answer.</param>
public sealed record Recommended(
    string Region, IReadOnlyList<string> Countries, DateTimeOffset? MadeAt, IReadOnlyList<RecommendedVideo> Items, string? Cursor, bool DependsOnPlace);

/// <param name="Views">As of an hour or so ago.</param>
public sealed record RecommendedVideo(FoundVideo Video, long Views, PickReason Why);
