namespace StreamPlatform.Domain;

/// <summary>Which page of a listing is wanted. <paramref name="Cursor"/> is what the page before it gave; null for the first.</summary>
public sealed record PageRequest(string? Cursor, int Limit)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
}
