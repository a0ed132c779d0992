namespace StreamPlatform.Local.Model;

/// <summary>Binds a parameter to a <see cref="DurableTaskClient"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : Attribute
{
    /// <summary>The task hub; null means the one of the host. The embedded runtime has exactly one.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the storage connection; null means the host's default.</summary>
    public string? ConnectionName { get; set; }
}
