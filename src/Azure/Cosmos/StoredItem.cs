namespace StreamPlatform.Azure.Cosmos;

/// <summary>An item and the ETag a writer must bring back.</summary>
internal sealed record StoredItem<T>(T Value, string ETag)
    where T : Item;
