using System.Text.Json;
using System.Text.Json.Nodes;

namespace StreamPlatform.Domain.Stores;

/// <summary>
/// Reads and writes one kind of document. What an older release wrote is lifted, version by version, before it is read;
/// it is stored in the current shape when it is next written.
/// </summary>
/// <param name="kind">For messages.</param>
/// <param name="upcasters">The first leads from version 1 to 2, and so on.</param>
public sealed class Document<T>(string kind, params IReadOnlyList<Action<JsonObject>> upcasters)
{
    /// <summary>How a document of the current version begins: so it needs no second look.</summary>
    private readonly string _current = FormattableString.Invariant($$"""{"schemaVersion":{{upcasters.Count + 1}},""");

    private int CurrentVersion => upcasters.Count + 1;

    public static string Write(T value) => JsonSerializer.Serialize(value, DomainJson.Options);

    /// <exception cref="InvalidDataException">It was written by a newer release, or is no document.</exception>
    public T Read(string json)
    {
        if (json.StartsWith(_current, StringComparison.Ordinal))
        {
            return Parse(JsonSerializer.Deserialize<T>(json, DomainJson.Options));
        }

        var document = JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException($"A stored {kind} is no JSON object.");
        var version = (int?)document["schemaVersion"] ?? 1;
        if (version > CurrentVersion)
        {
            throw new InvalidDataException(
                $"A stored {kind} has schema version {version}; this release knows {CurrentVersion}. Start the release that wrote it.");
        }

        for (; version < CurrentVersion; version++)
        {
            upcasters[version - 1](document);
            document["schemaVersion"] = version + 1;
        }

        return Parse(document.Deserialize<T>(DomainJson.Options));
    }

    private T Parse(T? value) => value ?? throw new InvalidDataException($"A stored {kind} is empty.");
}
