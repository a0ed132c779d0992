namespace StreamPlatform.Hooks.Tests;

public sealed class PostprovisionTests : IDisposable
{
    private readonly Deployment _azure = new(Shell.Sh);

    public void Dispose() => _azure.Dispose();

    [Fact]
    public void Synonyms_are_written_before_the_index_that_names_them()
    {
        _azure.Run("postprovision").Succeeded();

        var puts = _azure.AzCalls.Where(call => call.StartsWith("rest", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, puts.Count);
        Assert.Contains("https://srch-test.search.windows.net/synonymmaps('videos-synonyms')?api-version=2023-11-01 --resource https://search.azure.com", puts[0]);
        Assert.Contains("https://srch-test.search.windows.net/indexes('videos')?api-version=2023-11-01 --resource https://search.azure.com", puts[1]);
        Assert.Equal("""{"name":"videos"}""", _azure.Read("state", "videos.json"));
    }

    [Fact]
    public void A_second_run_asks_for_the_same()
    {
        _azure.Run("postprovision").Succeeded();
        var first = _azure.AzCalls;
        _azure.Run("postprovision").Succeeded();
        Assert.Equal(first, _azure.AzCalls[first.Length..]);
    }

    [Fact]
    public void A_role_that_does_not_work_yet_is_waited_for()
    {
        _azure.Environment["FAKE_FAIL"] = "synonymmaps";
        _azure.Environment["FAKE_FAIL_TIMES"] = "3";
        var result = _azure.Run("postprovision").Succeeded();
        Assert.Contains("Waiting for the right to write the search index", result.Output);
        Assert.Equal(4, _azure.AzCalls.Count(call => call.Contains("synonymmaps", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_role_that_never_works_ends_it_with_what_to_do()
    {
        _azure.Environment["FAKE_FAIL"] = "indexes";
        var result = _azure.Run("postprovision").Failed(1, "indexes/videos", "Forbidden", "Search Service Contributor", "azd hooks run postprovision");
        Assert.DoesNotContain("its own network", result.Errors, StringComparison.Ordinal);
        Assert.Equal(20, _azure.AzCalls.Count(call => call.Contains("indexes", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_service_that_lets_in_its_network_alone_is_told_with_both_ways_in()
    {
        _azure.Environment["FAKE_FAIL"] = "indexes";
        _azure.Environment["AZURE_CLOSED"] = "search,registry";
        _azure.Run("postprovision").Failed(1, "The search service lets in only its own network: run this there", "STREAMPLATFORM_DEPLOYER_ADDRESSES");
    }

    [Fact]
    public void Without_a_provisioned_environment_it_names_what_is_missing()
    {
        _azure.Environment.Remove("AZURE_SEARCH_ENDPOINT");
        _azure.Run("postprovision").Failed(2, "AZURE_SEARCH_ENDPOINT is not set", "azd provision");
        Assert.Empty(_azure.AzCalls);
    }

    [Fact]
    public void Without_a_sign_in_it_says_how()
    {
        _azure.Environment["FAKE_FAIL"] = "account show";
        _azure.Run("postprovision").Failed(2, "not signed in", "az login");
    }

    [Fact]
    public void Without_the_command_line_it_says_where_it_is()
    {
        _azure.RemoveTool("az");
        _azure.Run("postprovision").Failed(2, "az is not installed", "https://aka.ms/azcli");
    }
}
