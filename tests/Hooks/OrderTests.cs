namespace StreamPlatform.Hooks.Tests;

/// <summary>Hooks put things as they should be, whichever ran before.</summary>
public sealed class OrderTests : IDisposable
{
    private readonly Deployment _forth = new(Shell.Sh);
    private readonly Deployment _back = new(Shell.Sh);

    public void Dispose()
    {
        _forth.Dispose();
        _back.Dispose();
    }

    [Fact]
    public void In_any_order_hooks_leave_the_same()
    {
        string[] hooks = ["postprovision", "predeploy", "postdeploy"];
        foreach (var hook in hooks)
            _forth.Run(hook).Succeeded();
        foreach (var hook in hooks.Reverse())
            _back.Run(hook).Succeeded();

        Assert.Equal(4, _forth.Bodies.Count);
        Assert.Equal(_forth.Bodies.OrderBy(body => body.Key, StringComparer.Ordinal), _back.Bodies.OrderBy(body => body.Key, StringComparer.Ordinal));
        Assert.Equal(Pages(_forth), Pages(_back));
        Assert.Equal(Images(_forth), Images(_back));
    }

    [Fact]
    public void One_that_failed_half_way_is_finished_by_the_next_run_of_another_order()
    {
        _forth.Environment["FAKE_FAIL"] = "containerapp job update --name transcode-normal-x";
        _forth.Environment["FAKE_FAIL_TIMES"] = "1";
        _forth.Run("postdeploy").Failed(1, "Giving the job transcode-normal-x its image failed");
        _forth.Run("postprovision").Succeeded();
        _forth.Run("postdeploy").Succeeded();
        _back.Run("postprovision").Succeeded();
        _back.Run("postdeploy").Succeeded();

        Assert.Equal(_forth.Bodies.OrderBy(body => body.Key, StringComparer.Ordinal), _back.Bodies.OrderBy(body => body.Key, StringComparer.Ordinal));
        Assert.Equal(Images(_forth), Images(_back));
    }

    private static string Pages(Deployment azure) => azure.Read("checkout", "web", "public", "staticwebapp.config.json");

    private static List<string> Images(Deployment azure) => [.. new[] { "high", "normal", "low" }.Select(priority => azure.Read("state", $"image.transcode-{priority}-x"))];
}
