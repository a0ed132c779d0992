using System.Text.Json;

namespace StreamPlatform.Hooks.Tests;

public sealed class PostdeployTests : IDisposable
{
    private readonly Deployment _azure = new(Shell.Sh);

    public void Dispose() => _azure.Dispose();

    [Fact]
    public void Jobs_that_have_another_image_get_the_deployed_one()
    {
        File.WriteAllText(_azure.At("state", "image.transcode-normal-x"), "registry.example/transcoder:2\n");
        _azure.Run("postdeploy").Succeeded();

        Assert.Equal(
            ["transcode-high-x", "transcode-low-x"],
            _azure.AzCalls.Where(call => call.StartsWith("containerapp job update", StringComparison.Ordinal)).Select(call => call.Split(' ')[4]));
        Assert.Equal("registry.example/transcoder:2\n", _azure.Read("state", "image.transcode-low-x"));
    }

    [Fact]
    public void Live_cells_that_have_another_image_get_the_deployed_one_and_the_others_stay_on_air()
    {
        File.WriteAllText(_azure.At("state", "image.live-cell1-x"), "registry.example/live:2\n");
        _azure.Run("postdeploy").Succeeded();
        _azure.Run("postdeploy").Succeeded();

        Assert.Equal(["live-cell2-x"], _azure.AzCalls.Where(call => call.StartsWith("containerapp update", StringComparison.Ordinal)).Select(call => call.Split(' ')[3]));
        Assert.Equal("registry.example/live:2\n", _azure.Read("state", "image.live-cell2-x"));
    }

    [Fact]
    public void Before_the_live_app_is_deployed_it_says_so()
    {
        _azure.Environment.Remove("SERVICE_LIVE_IMAGE_NAME");
        _azure.Run("postdeploy").Failed(2, "SERVICE_LIVE_IMAGE_NAME is not set");
    }

    [Theory]
    [InlineData("upload-committed", "UploadCommitted", "uploads")]
    [InlineData("item-marked", "ItemMarked", "markers")]
    public void Each_blob_function_is_told_of_new_blobs_in_its_container(string name, string function, string container)
    {
        _azure.Run("postdeploy").Succeeded();

        using var body = JsonDocument.Parse(_azure.Read("state", $"{name}.json"));
        var properties = body.RootElement.GetProperty("properties");
        Assert.Equal(
            $"https://func-test.azurewebsites.net/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code={Deployment.EncodedBlobsKey}",
            properties.GetProperty("destination").GetProperty("properties").GetProperty("endpointUrl").GetString());
        var filter = properties.GetProperty("filter");
        Assert.Equal($"/blobServices/default/containers/{container}/blobs/", filter.GetProperty("subjectBeginsWith").GetString());
        Assert.Equal("Microsoft.Storage.BlobCreated", filter.GetProperty("includedEventTypes")[0].GetString());
        Assert.Equal(1440, properties.GetProperty("retryPolicy").GetProperty("eventTimeToLiveInMinutes").GetInt32());
        Assert.Contains(_azure.AzCalls, call => call.Contains(
            $"--url /subscriptions/sub-1/resourceGroups/rg-test/providers/Microsoft.EventGrid/systemTopics/evgt-content/eventSubscriptions/{name}?api-version=", StringComparison.Ordinal));
    }

    [Fact]
    public void What_can_not_be_delivered_is_kept()
    {
        _azure.Run("postdeploy").Succeeded();

        using var body = JsonDocument.Parse(_azure.Read("state", "item-marked.json"));
        var destination = body.RootElement.GetProperty("properties").GetProperty("deadLetterWithResourceIdentity").GetProperty("deadLetterDestination");
        Assert.Equal("dead-letters", destination.GetProperty("properties").GetProperty("blobContainerName").GetString());
        Assert.EndsWith("/Microsoft.Storage/storageAccounts/stcontent", destination.GetProperty("properties").GetProperty("resourceId").GetString());
    }

    [Fact]
    public void Apps_of_further_regions_get_the_package_that_azd_made()
    {
        _azure.Environment["AZURE_FURTHER_FUNCTION_APPS"] = "rg-a/func-a,rg-b/func-b";
        _azure.Run("postdeploy").Succeeded();

        Assert.Equal(
            ["rg-a func-a", "rg-b func-b"],
            _azure.AzCalls.Where(call => call.StartsWith("functionapp deployment source config-zip", StringComparison.Ordinal)).Select(call => $"{call.Split(' ')[5]} {call.Split(' ')[7]}"));
        Assert.Equal(("package\n", "package\n"), (_azure.Read("state", "func-a.zip"), _azure.Read("state", "func-b.zip")));
        Assert.Single(_azure.Read("state", "azd.log").TrimEnd().Split('\n'));
    }

    [Fact]
    public void With_one_region_nothing_is_packaged_again()
    {
        _azure.RemoveTool("azd");
        _azure.Run("postdeploy").Succeeded();
    }

    [Fact]
    public void A_region_that_did_not_take_the_package_is_told_and_gets_it_with_the_next_run()
    {
        _azure.Environment["AZURE_FURTHER_FUNCTION_APPS"] = "rg-a/func-a,rg-b/func-b";
        _azure.Environment["FAKE_FAIL"] = "--name func-a";
        _azure.Environment["FAKE_FAIL_TIMES"] = "1";
        _azure.Run("postdeploy").Failed(1, "Deploying to the function app func-a failed", "the version before", "azd hooks run postdeploy");
        Assert.Equal("", _azure.Read("state", "func-b.zip"));

        _azure.Run("postdeploy").Succeeded();
        Assert.Equal("package\n", _azure.Read("state", "func-b.zip"));
    }

    [Fact]
    public void What_works_is_looked_for_where_it_works_and_what_is_kept_at_home()
    {
        _azure.Run("postdeploy").Succeeded();

        Assert.All(_azure.AzCalls.Where(call => call.Contains("Microsoft.Web/sites", StringComparison.Ordinal)), call => Assert.Contains("/resourceGroups/rg-work/", call, StringComparison.Ordinal));
        Assert.All(_azure.AzCalls.Where(call => call.StartsWith("containerapp job", StringComparison.Ordinal)), call => Assert.Contains("--resource-group rg-work", call, StringComparison.Ordinal));
        Assert.All(_azure.AzCalls.Where(call => call.Contains("Microsoft.EventGrid", StringComparison.Ordinal)), call => Assert.Contains("/resourceGroups/rg-test/", call, StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_run_leaves_everything_as_it_is()
    {
        _azure.Run("postdeploy").Succeeded();
        var (subscription, calls) = (_azure.Read("state", "upload-committed.json"), _azure.AzCalls.Length);
        _azure.Run("postdeploy").Succeeded();

        Assert.Equal(subscription, _azure.Read("state", "upload-committed.json"));
        Assert.DoesNotContain(_azure.AzCalls[calls..], call => call.StartsWith("containerapp job update", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_the_app_has_not_made_yet_is_waited_for()
    {
        _azure.Environment["FAKE_KEY_LATE"] = "3";
        Assert.Contains("Waiting for the function app's key", _azure.Run("postdeploy").Succeeded().Output);
    }

    [Fact]
    public void Before_the_app_is_deployed_it_says_so()
    {
        _azure.Environment["FAKE_KEY_LATE"] = "1000";
        _azure.Run("postdeploy").Failed(1, "func-test has no key for blob events yet", "azd deploy functions");
        Assert.Equal("", _azure.Read("state", "upload-committed.json"));
    }

    [Fact]
    public void Before_the_transcoder_is_deployed_it_says_so()
    {
        _azure.Environment.Remove("SERVICE_TRANSCODER_IMAGE_NAME");
        _azure.Run("postdeploy").Failed(2, "SERVICE_TRANSCODER_IMAGE_NAME is not set");
    }

    [Fact]
    public void A_step_that_fails_is_told_without_what_it_was_given_and_done_by_the_next_run()
    {
        _azure.Environment["FAKE_FAIL"] = "--method put";
        _azure.Environment["FAKE_FAIL_TIMES"] = "1";
        _azure.Environment["FAKE_FAIL_MESSAGE"] = $"Conflict at https://func/x?functionName=y&code={Deployment.EncodedBlobsKey} now";
        _azure.Run("postdeploy").Failed(1, "Subscribing UploadCommitted to blobs in uploads failed", "code=***", "azd hooks run postdeploy");
        Assert.Equal("", _azure.Read("state", "item-marked.json"));

        _azure.Run("postdeploy").Succeeded();
        Assert.NotEqual("", _azure.Read("state", "item-marked.json"));
    }

    [Fact]
    public void A_webhook_that_event_grid_cannot_reach_ends_it_with_what_to_do()
    {
        _azure.Environment["FAKE_SUBSCRIPTION_STATE"] = "Failed";
        _azure.Run("postdeploy").Failed(1, "could not reach the function UploadCommitted (Failed)", "azd deploy functions");
    }

    [Fact]
    public void A_right_that_is_missing_is_told()
    {
        _azure.Environment["FAKE_FAIL"] = "listkeys";
        _azure.Environment["FAKE_FAIL_MESSAGE"] = "AuthorizationFailed";
        _azure.Run("postdeploy").Failed(1, "no key for blob events yet (ERROR: AuthorizationFailed)");
    }

    [Fact]
    public void Look_ups_that_fail_for_a_moment_are_made_again()
    {
        _azure.Environment["FAKE_FAIL"] = "provisioningState";
        _azure.Environment["FAKE_FAIL_TIMES"] = "2";
        _azure.Run("postdeploy").Succeeded();
    }

    [Theory]
    [InlineData("AZURE_SUBSCRIPTION_ID")]
    [InlineData("AZURE_EVENTGRID_TOPIC")]
    [InlineData("AZURE_WEB_URI")]
    public void Without_a_provisioned_environment_it_names_what_is_missing(string name)
    {
        _azure.Environment.Remove(name);
        _azure.Run("postdeploy").Failed(2, $"{name} is not set", "azd provision");
        Assert.Empty(_azure.AzCalls);
    }
}
