namespace StreamPlatform.Functions.Http.Api;

/// <summary>What many HTTP functions do alike.</summary>
[Flags]
public enum ApiConvention
{
    None = 0,

    /// <summary>Takes <c>cursor</c> and <c>limit</c>, and answers a page.</summary>
    Page = 1,

    /// <summary>Heeds <c>If-Match</c>.</summary>
    IfMatch = 2,

    /// <summary>With an <c>Idempotency-Key</c> it is done once.</summary>
    Once = 4,

    /// <summary>Asks for no credentials.</summary>
    Open = 8,

    /// <summary>Takes a playback token as <c>token</c>.</summary>
    Token = 16,

    /// <summary>Takes <c>fields</c>, and answers those alone of each item of a page.</summary>
    Fields = 32,
}

/// <summary>The conventions that an HTTP function keeps, for the API's description.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiConventionsAttribute(ApiConvention conventions) : Attribute
{
    public ApiConvention Conventions => conventions;
}
