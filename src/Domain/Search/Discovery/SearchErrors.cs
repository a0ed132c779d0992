namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>Why a public search, or a rebuild of its index, can't be done.</summary>
public static class SearchErrors
{
    /// <summary>A filter, the order or another choice of the search is none that there is.</summary>
    public static Error ChoiceInvalid(string parameter, string wanted) =>
        new("search.choice_invalid", 400, $"{parameter} must be {wanted}.");

    /// <summary>There is no rebuild of this id, or it is long forgotten.</summary>
    public static Error RebuildNotFound() => new("search.rebuild_not_found", 404, "There is no rebuild of the search index with this id.");
}
