using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>What is known of somebody that says what to recommend to them.</summary>
/// <param name="News">Of channels that they subscribe to, the newest first.</param>
/// <param name="More">Of channels whose videos they like.</param>
/// <param name="Categories">That they like, most of all the first.</param>
/// <param name="Known">Asset ids of what they need not be told of: they liked, disliked or just watched it.</param>
internal sealed record PersonalTaste(IReadOnlyList<Pick> News, IReadOnlyList<Pick> More, IReadOnlyList<VideoCategory> Categories, IReadOnlySet<string> Known);
