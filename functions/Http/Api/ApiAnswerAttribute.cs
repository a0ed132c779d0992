namespace StreamPlatform.Functions.Http.Api;

/// <summary>An answer of an HTTP function when all goes well, for the API's description. Problems need no mention: any may come.</summary>
/// <param name="body">What JSON has the shape of; null for no body, or for one of another <see cref="ContentType"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiAnswerAttribute(int status, Type? body = null) : Attribute
{
    public int Status => status;
    public Type? Body => body;
    public string ContentType { get; init; } = "application/json";

    /// <summary>Another content type that can be asked for, described as text; empty for none.</summary>
    public string Also { get; init; } = "";

    /// <summary>Headers that matter to a caller, with commas between.</summary>
    public string Headers { get; init; } = "";
}
