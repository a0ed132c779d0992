using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Storage;

/// <summary>What a blob costs to keep and to read: the first is dearest to keep, the last can't be read before it was brought back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StorageTier>))]
public enum StorageTier
{
    Hot,
    Cool,
    Cold,
    Archive,
}

/// <summary>What became of a wish for a tier.</summary>
public enum TierChange
{
    /// <summary>It is there, or on its way there at once.</summary>
    Done,

    /// <summary>It comes out of the archive, which takes hours.</summary>
    Returning,

    /// <summary>There is no such blob.</summary>
    Absent,
}
