namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>What azd keeps of a deployment, for the hooks and for people.</summary>
public sealed class OutputsTests
{
    private static readonly string[] Names =
    [
        "AZURE_CLOSED", "AZURE_CONTAINER_REGISTRY_ENDPOINT", "AZURE_CONTENT_STORAGE_ACCOUNT", "AZURE_COSMOS_ENDPOINT", "AZURE_EVENTGRID_TOPIC",
        "AZURE_FRONT_DOOR_HOST", "AZURE_FUNCTION_APP_NAME", "AZURE_FUNCTION_URI", "AZURE_FURTHER_FUNCTION_APPS", "AZURE_KEY_VAULT_URI", "AZURE_LIVE_APPS", "AZURE_LOCATION", "AZURE_MEDIA_STORAGE_ACCOUNT",
        "AZURE_RESOURCE_GROUP", "AZURE_SEARCH_ENDPOINT", "AZURE_SEARCH_NAME", "AZURE_TRANSCODE_JOBS", "AZURE_WEB_URI", "AZURE_WORK_RESOURCE_GROUP",
    ];

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Outputs_have_the_names_that_hooks_read(string size) => Assert.Equal(Names, Deployment.Of(size).Outputs.Keys.Order(StringComparer.Ordinal));
}
