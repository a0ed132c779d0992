using System.Text.Json;
using StreamPlatform.Local.Cli;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Publishing;

namespace StreamPlatform.Local.Tests.Cli;

public sealed class PublishedFileTests
{
    private static readonly string[] Members = ["assetId", "dashUrl", "error", "hlsUrl", "renditions", "seconds", "status", "watchUrl"];

    private static JsonElement Json(PublishedFile file)
    {
        var text = file.ToJson();
        Assert.DoesNotContain('\n', text);
        return JsonDocument.Parse(text).RootElement;
    }

    [Fact]
    public void A_ready_file_has_every_member_and_no_error()
    {
        var file = PublishedFile.Of(new AssetView { Id = "asset_1", Title = "t", Status = "ready", HlsUrl = "h", DashUrl = "d", WatchUrl = "w" }, new(1, 2, 3));
        var json = Json(file);
        Assert.Equal(Members, json.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("error").ValueKind);
        Assert.Equal([1, 2, 3], new[] { "upload", "firstPlayable", "ready" }.Select(name => json.GetProperty("seconds").GetProperty(name).GetDouble()));
        Assert.Equal(ExitCodes.Success, file.ExitCode);
    }

    [Fact]
    public void A_refused_file_carries_the_platforms_own_code_and_exits_with_three()
    {
        var file = PublishedFile.Of(new AssetView { Id = "asset_1", Title = "t", Status = "failed", Failure = new("source.not_media", "Not a video.") }, new(1, null, null));
        Assert.Equal("source.not_media", Json(file).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(ExitCodes.Rejected, file.ExitCode);
    }

    [Fact]
    public void A_file_that_waits_for_a_yes_says_what_it_costs_and_how_to_say_it()
    {
        var file = PublishedFile.Of(new AssetView { Id = "asset_1", Title = "t", Status = "awaitingApproval", Question = new(2.5m, 1) }, new(1, null, null));
        Assert.Equal("asset.over_cost_cap", Json(file).GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("$2.5", file.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("stream approve asset_1", file.Error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Rejected, file.ExitCode);
    }

    [Fact]
    public void A_fault_is_an_object_too()
    {
        var file = PublishedFile.Fault(null, new CommandFailure("cli.file_missing", "There is no file x."));
        Assert.Equal(Members, Json(file).EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("error", file.Status);
        Assert.Equal(ExitCodes.Fault, file.ExitCode);
    }

    [Fact]
    public void What_the_platform_refuses_at_the_door_is_a_refusal_not_a_fault()
    {
        var file = PublishedFile.Fault(null, new CommandFailure("upload.too_large", "Too large.") { ExitCode = ExitCodes.Rejected });
        Assert.Equal(("failed", ExitCodes.Rejected), (file.Status, file.ExitCode));
    }
}
