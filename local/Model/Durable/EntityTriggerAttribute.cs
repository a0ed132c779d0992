namespace StreamPlatform.Local.Model;

/// <summary>Marks the dispatcher parameter of a durable entity function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EntityTriggerAttribute : Attribute
{
    /// <summary>The entity's name; null means the function's name.</summary>
    public string? EntityName { get; set; }
}
