namespace StreamPlatform.Domain;

/// <summary>
/// An expected failure: a value, not an exception. <paramref name="Code"/> is stable and machine-readable
/// (<c>upload.too_large</c>), <paramref name="Message"/> is one sentence for a person saying what happened and what to
/// do, <paramref name="Status"/> is the HTTP status that problem details (RFC 9457) carry.
/// </summary>
public sealed record Error(string Code, int Status, string Message)
{
    /// <summary>An outcome that use cases tell one another, and no client: they answer it themselves.</summary>
    internal static Error Silent(string code) => new(code, 500, code);
}
