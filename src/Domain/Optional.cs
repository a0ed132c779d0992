using System.Text.Json.Serialization;

namespace StreamPlatform.Domain;

/// <summary>A member of a JSON merge patch (RFC 7396): absent, which changes nothing, or given, which null is too.</summary>
[JsonConverter(typeof(OptionalJson))]
public readonly record struct Optional<T>
{
    public Optional(T value) => (IsGiven, Value) = (true, value);

    public bool IsGiven { get; }

    /// <summary>What was given; the type's default when nothing was.</summary>
    public T? Value { get; }

    /// <summary>What was given, or else what is there.</summary>
    public T Or(T current) => IsGiven ? Value! : current;

    public static implicit operator Optional<T>(T value) => new(value);
}
