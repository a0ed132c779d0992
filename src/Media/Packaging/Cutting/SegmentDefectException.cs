namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>The encoder's output does not fit the plan's timeline, or a segment failed its own check; nothing of it may be listed.</summary>
/// <param name="code">Stable code, <c>segment.*</c>.</param>
public sealed class SegmentDefectException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
