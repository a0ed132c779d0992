namespace StreamPlatform.Domain.Stores;

/// <summary>Which end of a listing comes first.</summary>
public enum ListOrder
{
    /// <summary>The greatest first: of times, the newest.</summary>
    Descending,

    /// <summary>The least first.</summary>
    Ascending,
}
