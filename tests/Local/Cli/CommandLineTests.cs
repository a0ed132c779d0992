using StreamPlatform.Local.Cli;

namespace StreamPlatform.Local.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("publish")]
    [InlineData("publish", "a.mp4", "b.mp4", "--title", "T", "--once", "--json", "--data", "d")]
    [InlineData("up", "--port", "8080", "--public-url", "https://video.example", "--data", "d")]
    [InlineData("status")]
    [InlineData("approve", "asset_1", "--data", "d")]
    [InlineData("defaults")]
    [InlineData("defaults", "--clear", "--profile", "balanced", "--cost-cap", "2.5", "--watermark", "a.png", "--watermark-corner", "TopLeft", "--data", "d")]
    [InlineData("plan", "a.mp4", "--watermark", "a.png", "--trim-start", "2", "--workers", "8", "--measure")]
    [InlineData("doctor", "--verbose")]
    [InlineData("check", "asset_1")]
    [InlineData("backup")]
    [InlineData("backup", "folder")]
    [InlineData("restore", "folder", "--data", "d")]
    [InlineData("test", "--filter", "Name~x")]
    [InlineData("bench", "pipeline")]
    public void A_documented_command_line_parses(params string[] args) =>
        Assert.Empty(CommandLineApplication.Create().Parse(args).Errors);

    [Theory]
    [InlineData("publsh")]
    [InlineData("up", "--port", "seventy")]
    [InlineData("up", "--port", "70000")]
    [InlineData("up", "--public-url", "video.example")]
    [InlineData("restore")]
    [InlineData("check")]
    [InlineData("publish", "--onse")]
    [InlineData("backup", "--dat", "d")]
    [InlineData("status", "more")]
    [InlineData("defaults", "--profile", "none")]
    [InlineData("defaults", "--trim-start", "2")]
    public async Task A_wrong_command_line_ends_with_its_own_exit_code(params string[] args) =>
        Assert.Equal(ExitCodes.Usage, await CommandLineApplication.RunAsync(args, default));

    [Fact]
    public async Task A_failure_that_was_foreseen_is_an_exit_code_not_an_exception()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCodes.Fault, await CommandLineApplication.RunAsync(["restore", folder.At("none"), "--data", folder.At("data")], default));
        Assert.Equal(ExitCodes.Rejected, await CommandLineApplication.RunAsync(["status", "--data", folder.At("data")], default));
    }

    [Fact]
    public async Task No_platform_is_started_for_files_that_are_not_there()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCodes.Fault, await CommandLineApplication.RunAsync(["publish", folder.At("none.mp4"), folder.Path, "--data", folder.At("data")], default));
        Assert.False(Directory.Exists(folder.At("data")));
    }

    [Fact]
    public void Every_command_says_what_it_is_for() => Assert.All(
        CommandLineApplication.Create().Subcommands,
        command => Assert.EndsWith(".", command.Description!.Trim(), StringComparison.Ordinal));
}
