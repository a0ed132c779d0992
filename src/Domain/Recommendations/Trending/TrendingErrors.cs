namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Why it can't be told what trends.</summary>
public static class TrendingErrors
{
    /// <summary>The region or the category is none that there is.</summary>
    public static Error ChoiceInvalid(string parameter, string wanted) => new("trending.choice_invalid", 400, $"{parameter} must be {wanted}.");
}
