namespace StreamPlatform.Functions.Http;

/// <summary>A page of a listing, as the API gives it; <paramref name="Cursor"/> is absent on the last one.</summary>
public sealed record PageBody<T>(IReadOnlyList<T> Items, string? Cursor);
