using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>When the platform looked at itself for the first time: before that it wasn't down.</summary>
public sealed record UptimeBegan(DateTimeOffset At)
{
    public static DocumentKind<UptimeBegan> Kind { get; } = new("uptimeBegan", DocumentContainer.Catalog, _ => Key);

    internal static DocumentKey Key { get; } = new("uptime", "began");
}
