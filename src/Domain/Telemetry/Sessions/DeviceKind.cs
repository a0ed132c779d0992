namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What a viewer watches on.</summary>
public enum DeviceKind
{
    Other,
    Desktop,
    Mobile,
    Tablet,
    Tv,
    Bot,
}
