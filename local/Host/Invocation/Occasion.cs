namespace StreamPlatform.Local.Host.Invocation;

/// <summary>One reason to run a function: what the trigger hands over, and what it knows about it.</summary>
/// <param name="Payload">
/// By trigger: an <c>HttpContext</c>, a <c>BlobClient</c>, a <c>BinaryData</c> or a list of them, a <c>TimerInfo</c>, an
/// orchestration context, or an <see cref="ActivityInput"/>.
/// </param>
/// <param name="BindingData">Values by name.</param>
internal sealed record Occasion(object Payload, IReadOnlyDictionary<string, object?> BindingData)
{
    /// <summary>The spans that the messages carried (W3C <c>traceparent</c>).</summary>
    public IReadOnlyList<string> TraceParents { get; init; } = [];

    public static IReadOnlyDictionary<string, object?> Data(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
            data[name] = value;
        return data;
    }
}
