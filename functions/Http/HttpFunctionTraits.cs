using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Http;

/// <summary>What attributes of an HTTP function mean for its answers, read once.</summary>
public sealed class HttpFunctionTraits
{
    private readonly KeyValuePair<string, StringValues>[] _headers;

    private HttpFunctionTraits(string name, MethodInfo method)
    {
        Guard = method.GetCustomAttribute<GuardedAttribute>() is null ? null : name;
        _headers = method.GetCustomAttribute<ApiDeprecatedAttribute>() is { } deprecated ? [.. HeadersOf(deprecated)] : [];
    }

    /// <summary>What the limit of a guarded function is called; null of any other.</summary>
    public string? Guard { get; }

    /// <summary>Those functions that have any, by name.</summary>
    public static IReadOnlyDictionary<string, HttpFunctionTraits> Of(IEnumerable<Type> types) => types.SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
        .Where(found => found.Name is not null)
        .Select(found => (found.Name, Traits: new HttpFunctionTraits(found.Name!, found.Method)))
        .Where(found => found.Traits.Guard is not null || found.Traits._headers.Length > 0)
        .ToDictionary(found => found.Name!, found => found.Traits, StringComparer.Ordinal);

    public void Announce(IHeaderDictionary headers)
    {
        foreach (var (name, value) in _headers)
        {
            headers[name] = value;
        }
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> HeadersOf(ApiDeprecatedAttribute deprecated)
    {
        yield return new("Deprecation", string.Create(CultureInfo.InvariantCulture, $"@{deprecated.Since.ToUnixTimeSeconds()}"));
        if (deprecated.SunsetAt is { } sunset)
        {
            yield return new("Sunset", sunset.ToString("R", CultureInfo.InvariantCulture));
        }

        yield return new("Link", $"<{deprecated.Link}>; rel=\"deprecation\"; type=\"text/html\"");
    }
}
