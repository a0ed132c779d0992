namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>How much of the platform's traces is kept on this machine.</summary>
internal sealed record TraceOptions
{
    public const string Section = "Tracing";

    /// <summary>The latest so many spans are kept, about half a kilobyte each; 0 keeps none.</summary>
    public int KeepSpans { get; init; } = 50_000;

    /// <exception cref="InvalidOperationException">The value can't be meant; the message names the setting.</exception>
    public TraceOptions Validated() => KeepSpans is >= 0 and <= 10_000_000
        ? this
        : throw new InvalidOperationException($"{Section}:{nameof(KeepSpans)} must be from 0 to 10000000.");
}
