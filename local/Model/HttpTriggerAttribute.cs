namespace StreamPlatform.Local.Model;

/// <summary>
/// Runs the function on an HTTP request. <see cref="Route"/> is an ASP.NET Core route template below the <c>/api</c>
/// prefix; without one the function's name is the route, and without methods every method is taken.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    public string[] Methods { get; } = methods;

    public string? Route { get; set; }
}
