using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary><c>?name=true</c>.</summary>
public static class QueryFlag
{
    /// <summary>False when it is absent; <c>request.flag_invalid</c> when it is neither <c>true</c> nor <c>false</c>.</summary>
    public static Result<bool> Parse(HttpRequest request, string name) => request.Query[name].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => RequestErrors.FlagInvalid(name),
    };
}
