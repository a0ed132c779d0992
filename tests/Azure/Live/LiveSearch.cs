using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>
/// An index on a real service, when <see cref="Variable"/> has the address of one on which whatever identity the machine
/// offers may make indexes: made of the deployment's file for the run, and deleted after it.
/// </summary>
/// <param name="definition">The file's name without its ending.</param>
public abstract class LiveSearch(string definition) : IAsyncLifetime
{
    public const string Variable = "STREAMPLATFORM_SEARCH";

    private const string ApiVersion = "2023-11-01";

    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    private readonly string _name = $"{definition}-tests-{Guid.NewGuid():n}";
    private SearchClient? _client;

    /// <summary>Skips the test when no service is named.</summary>
    internal SearchClient Client
    {
        get
        {
            Skip.If(_client is null, $"{Variable} names no AI Search service.");
            return _client!;
        }
    }

    public async Task InitializeAsync()
    {
        if (string.IsNullOrWhiteSpace(Address))
            return;
        var index = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "search", $"{definition}.json")))!;
        index["name"] = _name;
        foreach (var field in index["fields"]!.AsArray())
            field!.AsObject().Remove("synonymMaps");
        await SendAsync(HttpMethod.Put, index.ToJsonString());
        _client = new SearchClient(new Uri(Address), _name, new DefaultAzureCredential(), AzureSearch.Options());
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
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
