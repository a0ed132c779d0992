namespace StreamPlatform.Local.Model;

/// <summary>The output to record, and whether sub-orchestrations are terminated too.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
