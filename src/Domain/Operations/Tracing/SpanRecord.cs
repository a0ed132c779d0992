using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Operations.Tracing;

/// <summary>A span that has ended, as it is kept on one machine: a line of JSON.</summary>
/// <param name="TraceId">32 hex digits.</param>
/// <param name="SpanId">16 hex digits.</param>
/// <param name="ParentId">16 hex digits; null of a root.</param>
/// <param name="Process">Whose it is, such as <c>transcoder</c>.</param>
/// <param name="Kind">OpenTelemetry's word for it, such as <c>consumer</c>.</param>
/// <param name="Start">Microseconds since 1970.</param>
/// <param name="Duration">Microseconds.</param>
/// <param name="Failed">It ended with an error.</param>
/// <param name="Attributes">Few and short.</param>
public sealed record SpanRecord(
    string TraceId, string SpanId, string? ParentId, string Process, string Name, string Kind, long Start, long Duration, bool Failed,
    IReadOnlyDictionary<string, string> Attributes)
{
    private const int MaxAttributes = 24;
    private const int MaxLength = 256;

    [JsonIgnore]
    public long End => Start + Duration;

    /// <summary>The asset it is about; null when it doesn't say.</summary>
    [JsonIgnore]
    public string? AssetId => Attributes.GetValueOrDefault(SpanTags.AssetId);

    public static SpanRecord Of(Activity span, string process) => new(
        span.TraceId.ToHexString(),
        span.SpanId.ToHexString(),
        span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(),
        process,
        Short(span.DisplayName),
        Kinds[(int)span.Kind],
        (span.StartTimeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        span.Duration.Ticks / TimeSpan.TicksPerMicrosecond,
        span.Status == ActivityStatusCode.Error,
        AttributesOf(span));

    /// <summary>The record of one line; null when it is none, such as half of one.</summary>
    public static SpanRecord? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<SpanRecord>(line, DomainJson.Options) is { TraceId: not null, SpanId: not null, Name: not null, Attributes: not null } span ? span : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it as one object. By hand: a job of a second has no time to compile a serializer.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("traceId", TraceId);
        json.WriteString("spanId", SpanId);
        if (ParentId is not null)
        {
            json.WriteString("parentId", ParentId);
        }

        json.WriteString("process", Process);
        json.WriteString("name", Name);
        json.WriteString("kind", Kind);
        json.WriteNumber("start", Start);
        json.WriteNumber("duration", Duration);
        json.WriteBoolean("failed", Failed);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in Attributes)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static readonly string[] Kinds = ["internal", "server", "client", "producer", "consumer"];

    private static Dictionary<string, string> AttributesOf(Activity span)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in span.EnumerateTagObjects())
        {
            if (attributes.Count < MaxAttributes && value is not null)
            {
                attributes[name] = Short(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            }
        }

        return attributes;
    }

    private static string Short(string text) => text.Length > MaxLength ? text[..MaxLength] : text;
}
