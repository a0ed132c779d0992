namespace StreamPlatform.Local.Model;

/// <summary>Marks the input parameter of an activity function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : Attribute
{
    /// <summary>The name the activity is called by; null means the function's name.</summary>
    public string? Activity { get; set; }
}
