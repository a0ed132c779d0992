using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary><c>stream defaults</c> against a platform that runs.</summary>
[Collection(RefusingPlatformCollection.Name)]
public sealed class DefaultsCommandTests(RefusingPlatform refusing)
{
    [Fact]
    public async Task Defaults_are_shown_completed_kept_and_cleared()
    {
        Assert.Contains("profile    the platform's", (await RunAsync()).Output, StringComparison.Ordinal);

        Assert.Contains("cost cap   $900000", (await RunAsync("--cost-cap", "900000")).Output, StringComparison.Ordinal);
        var completed = await RunAsync("--profile", "fast");
        Assert.Contains("profile    fast", completed.Output, StringComparison.Ordinal);
        Assert.Contains("cost cap   $900000", completed.Output, StringComparison.Ordinal);

        var cleared = await RunAsync("--clear");
        Assert.Contains("profile    the platform's", cleared.Output, StringComparison.Ordinal);
        Assert.Contains("cost cap   the platform's", cleared.Output, StringComparison.Ordinal);
        Assert.Contains("watermark  none", cleared.Output, StringComparison.Ordinal);
    }

    private async Task<Finished> RunAsync(params string[] arguments)
    {
        var finished = await CommandLine.RunAsync(Repository.StreamCommand, ["defaults", .. arguments, "--data", refusing.Platform.Data], TimeSpan.FromMinutes(1));
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        return finished;
    }
}
