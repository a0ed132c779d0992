using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>A key vault as the SDK's client sees it on the wire: the challenge, versions of secrets, and what was asked.</summary>
internal sealed class FakeVault(TimeProvider clock) : HttpMessageHandler
{
    private const string Address = "https://streamplatform.vault.azure.net";

    private readonly Lock _turn = new();
    private readonly List<(string Name, string Version, JsonNode Body, long Created)> _versions = [];

    public List<string> Requests { get; } = [];

    /// <summary>The status everything is answered with from now on.</summary>
    public HttpStatusCode? Trouble { get; set; }

    public int Versions => _versions.Count;

    /// <summary>A client as another instance of the platform would have.</summary>
    public SecretClient Client() => new(
        new Uri(Address), new Anybody(), new SecretClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)), Retry = { MaxRetries = 0 } });

    /// <summary>The last made version is switched off, as an operator would whose key leaked.</summary>
    public void Disable() => _versions[^1].Body["attributes"]!["enabled"] = false;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null)
            return Challenge();
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_turn)
        {
            var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
            Requests.Add($"{request.Method} {string.Join('/', path)}");
            return Trouble is { } status ? new HttpResponseMessage(status) : Answer(path, body);
        }
    }

    private HttpResponseMessage Answer(string[] path, JsonNode? body)
    {
        var of = _versions.Where(version => version.Name == path[1]).ToList();
        if (body is not null)
        {
            var made = (path[1], Version: $"{_versions.Count + 1:x32}", body, clock.GetUtcNow().ToUnixTimeSeconds());
            _versions.Add(made);
            return Json(Secret(made, withValue: true));
        }

        if (path is [_, _, "versions"])
            return of.Count == 0 ? new HttpResponseMessage(HttpStatusCode.NotFound) : Json(new JsonObject { ["value"] = new JsonArray([.. of.Select(version => Secret(version, withValue: false))]) });
        return of.Where(version => version.Version == path[2]).Select(version => Json(Secret(version, withValue: true))).SingleOrDefault() ?? new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private static JsonNode Secret((string Name, string Version, JsonNode Body, long Created) version, bool withValue)
    {
        var shown = version.Body.DeepClone().AsObject();
        if (!withValue)
            shown.Remove("value");
        shown["id"] = $"{Address}/secrets/{version.Name}/{version.Version}";
        var attributes = shown["attributes"]?.AsObject() ?? [];
        attributes["created"] = version.Created;
        attributes["updated"] = version.Created;
        attributes["enabled"] ??= true;
        shown["attributes"] = attributes.DeepClone();
        return shown;
    }

    private static HttpResponseMessage Json(JsonNode content) =>
        new(HttpStatusCode.OK) { Content = new StringContent(content.ToJsonString(JsonSerializerOptions.Default), System.Text.Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Challenge()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ParseAdd("Bearer authorization=\"https://login.microsoftonline.com/6ba7b811-9dad-11d1-80b4-00c04fd430c8\", resource=\"https://vault.azure.net\"");
        return answer;
    }
}
