using System.Text.Json.Nodes;

namespace StreamPlatform.Domain.Stores;

/// <summary>A kind of document in <see cref="IDocuments"/>: where its documents lie and how they are listed. One static property a kind, in its capability.</summary>
/// <param name="name">Stored with each document; camelCase, never changed, no other kind has it.</param>
/// <param name="container">Where it lies.</param>
/// <param name="keyOf">What is read together, and what is written all or nothing, shares a partition.</param>
/// <param name="upcasters">The first leads from version 1 to 2, and so on.</param>
public sealed class DocumentKind<T>(string name, DocumentContainer container, Func<T, DocumentKey> keyOf, params IReadOnlyList<Action<JsonObject>> upcasters)
    where T : class
{
    private readonly Document<T> _document = new(name, upcasters);

    public string Name => name;
    public DocumentContainer Container => container;

    /// <summary>The one listing that a document is in; null of one that is in none.</summary>
    public Func<T, ListPlace?> PlaceOf { get; init; } = static _ => null;

    /// <summary>
    /// When it may go by itself; null to stay. It goes some time after that, so whoever reads it looks at the clock too.
    /// </summary>
    public Func<T, DateTimeOffset?> ExpiryOf { get; init; } = static _ => null;

    public T Read(string json) => _document.Read(json);

    /// <summary>Adds it; lost when it is there.</summary>
    public DocumentWrite Add(T value) => Write(DocumentOperation.Add, value, null);

    /// <summary>Replaces what still has <paramref name="etag"/>; else lost.</summary>
    public DocumentWrite Replace(T value, string etag) => Write(DocumentOperation.Replace, value, etag);

    /// <summary>Writes it whatever is there.</summary>
    public DocumentWrite Put(T value) => Write(DocumentOperation.Put, value, null);

    /// <summary>Deletes what still has <paramref name="etag"/>; else lost.</summary>
    public DocumentWrite Delete(T value, string etag) =>
        new(DocumentOperation.Delete, name, container, keyOf(value).Checked(), null, null, null, etag);

    private DocumentWrite Write(DocumentOperation operation, T value, string? etag)
    {
        var key = keyOf(value).Checked();
        var place = PlaceOf(value);
        return new DocumentWrite(operation, name, container, key, Document<T>.Write(value), place is null ? null : (place.List, place.KeyOf(key.Id)), ExpiryOf(value), etag);
    }
}
