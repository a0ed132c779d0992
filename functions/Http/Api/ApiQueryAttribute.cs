namespace StreamPlatform.Functions.Http.Api;

/// <summary>A query parameter, never required, for the API's description.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiQueryAttribute(string name, Type type, string description) : Attribute
{
    public string Name => name;
    public Type Type => type;
    public string Description => description;
}
