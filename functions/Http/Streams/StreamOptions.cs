namespace StreamPlatform.Functions.Http.Streams;

/// <summary>How many streams of server-sent events are held open: section <c>Streams</c> of the settings. Each instance counts by itself.</summary>
public sealed record StreamOptions
{
    public const string Section = "Streams";

    /// <summary>Of one account at a time; 0 for none: then pages ask again and again instead.</summary>
    public int PerAccount { get; init; } = 6;

    /// <summary>Of all accounts together.</summary>
    public int PerInstance { get; init; } = 100;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public StreamOptions Validated()
    {
        foreach (var (name, value) in new[] { (nameof(PerAccount), PerAccount), (nameof(PerInstance), PerInstance) })
        {
            if (value is < 0 or > 10_000)
            {
                throw new ArgumentException($"{Section}:{name} must be 0 to 10,000.");
            }
        }

        return this;
    }
}
