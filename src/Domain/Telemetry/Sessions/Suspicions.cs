namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What was suspicious of a session when it began.</summary>
[Flags]
public enum Suspicions
{
    None = 0,

    /// <summary>The user agent says that it is a robot.</summary>
    BotUserAgent = 1,

    /// <summary>The address belongs to a data centre.</summary>
    Datacentre = 2,

    NoUserAgent = 4,
}
