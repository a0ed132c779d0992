using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using StreamPlatform.Azure.Search;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>
/// An index on a real service, when <see cref="Variable"/> has the address of one on which whatever identity the machine
/// offers may make indexes: made of the deployment's file for the run, and deleted after it.
/// </summary>
public sealed class LiveSearch : IAsyncLifetime
{
    public const string Variable = "STREAMPLATFORM_SEARCH";

    private const string ApiVersion = "2023-11-01";

    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    private readonly string _name = $"videos-tests-{Guid.NewGuid():n}";
    private AiSearchVideoIndex? _index;

    /// <summary>Skips the test when no service is named.</summary>
    internal IVideoIndex Index
    {
        get
        {
            Skip.If(_index is null, $"{Variable} names no AI Search service.");
            return _index!;
        }
    }

    public async Task InitializeAsync()
    {
        if (string.IsNullOrWhiteSpace(Address))
            return;
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "search", "videos.json")))!;
        definition["name"] = _name;
        foreach (var field in definition["fields"]!.AsArray())
            field!.AsObject().Remove("synonymMaps");
        await SendAsync(HttpMethod.Put, definition.ToJsonString());
        _index = new AiSearchVideoIndex(new SearchClient(new Uri(Address), _name, new DefaultAzureCredential(), AzureSearch.Options()));
    }

    public async Task DisposeAsync()
    {
        if (_index is not null)
            await SendAsync(HttpMethod.Delete, null);
    }

    private async Task SendAsync(HttpMethod method, string? body)
    {
        var token = await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(["https://search.azure.com/.default"]), default);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Address!), $"/indexes/{_name}?api-version={ApiVersion}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
