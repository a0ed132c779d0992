using System.Text.Json;

namespace StreamPlatform.Hooks.Tests;

public sealed class PredeployTests : IDisposable
{
    private readonly Deployment _azure = new(Shell.Sh);

    public void Dispose() => _azure.Dispose();

    [Fact]
    public void The_pages_may_talk_to_their_own_origin_and_the_content_account()
    {
        _azure.Run("predeploy").Succeeded();

        using var settings = JsonDocument.Parse(_azure.Read("checkout", "web", "public", "staticwebapp.config.json"));
        var policy = settings.RootElement.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString();
        Assert.Contains("connect-src 'self' https://stcontent.blob.core.windows.net;", policy);
        Assert.Equal("/index.html", settings.RootElement.GetProperty("navigationFallback").GetProperty("rewrite").GetString());
        Assert.False(Directory.Exists(_azure.At("checkout", "web", "dist")));
    }

    [Fact]
    public void A_build_that_was_made_before_gets_them_too()
    {
        Directory.CreateDirectory(_azure.At("checkout", "web", "dist"));
        _azure.Run("predeploy").Succeeded();
        Assert.Equal(
            _azure.Read("checkout", "web", "public", "staticwebapp.config.json"), _azure.Read("checkout", "web", "dist", "staticwebapp.config.json"));
    }

    [Fact]
    public void A_second_run_changes_nothing_and_a_new_account_does()
    {
        _azure.Run("predeploy").Succeeded();
        var first = _azure.Read("checkout", "web", "public", "staticwebapp.config.json");
        _azure.Run("predeploy").Succeeded();
        Assert.Equal(first, _azure.Read("checkout", "web", "public", "staticwebapp.config.json"));

        _azure.Environment["AZURE_CONTENT_STORAGE_ACCOUNT"] = "stother";
        _azure.Run("predeploy").Succeeded();
        Assert.Contains("https://stother.blob", _azure.Read("checkout", "web", "public", "staticwebapp.config.json"));
    }

    [Fact]
    public void A_registry_that_takes_images_from_its_network_alone_is_told_before_they_are_pushed()
    {
        Assert.DoesNotContain("registry", _azure.Run("predeploy").Succeeded().Output, StringComparison.Ordinal);
        _azure.Environment["AZURE_CLOSED"] = "search,registry";
        Assert.Contains("Images: The registry lets in only its own network", _azure.Run("predeploy").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_provisioned_environment_it_names_what_is_missing()
    {
        _azure.Environment.Remove("AZURE_CONTENT_STORAGE_ACCOUNT");
        _azure.Run("predeploy").Failed(2, "AZURE_CONTENT_STORAGE_ACCOUNT is not set");
        Assert.Empty(Directory.EnumerateFiles(_azure.At("checkout", "web", "public")));
    }
}
