namespace StreamPlatform.Functions.Http.Api;

/// <summary>What an HTTP function takes as its body, for the API's description.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiBodyAttribute : Attribute
{
    /// <summary>JSON of this shape.</summary>
    public ApiBodyAttribute(Type body) => Body = body;

    /// <summary>A file of this content type.</summary>
    public ApiBodyAttribute(string contentType) => ContentType = contentType;

    public Type? Body { get; }
    public string ContentType { get; } = "application/json";
}
