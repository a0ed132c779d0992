namespace StreamPlatform.Hooks.Tests;

public sealed class FirstKeyTests : IDisposable
{
    private readonly Deployment _azure = new(Shell.Sh);

    public void Dispose() => _azure.Dispose();

    [Fact]
    public void The_new_key_is_all_that_is_printed() => Assert.Equal($"{Deployment.ApiKey}\n", _azure.RunFirstKey().Succeeded().Output);

    [Fact]
    public void An_operator_s_key_that_may_not_be_read_is_told()
    {
        _azure.Environment["FAKE_FAIL"] = "listkeys";
        Assert.Equal("", _azure.RunFirstKey().Failed(1, "Reading the function app's key failed (ERROR: Forbidden)").Output);
    }

    [Fact]
    public void A_platform_that_is_not_reached_yet_is_told()
    {
        _azure.Environment["AZURE_WEB_URI"] = "https://nowhere.example/x";
        _azure.Environment["FAKE_OPERATOR_KEY"] = "";
        Assert.Equal("", _azure.RunFirstKey().Failed(1, "made no key", "run this again later").Output);
    }

    [Fact]
    public void Without_a_provisioned_environment_it_names_what_is_missing()
    {
        _azure.Environment.Remove("AZURE_WEB_URI");
        _azure.RunFirstKey().Failed(2, "AZURE_WEB_URI is not set");
    }
}
