using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>Whoever has subscribed hears of every publication and every deletion.</summary>
public sealed class ToldEventsTests
{
    [Fact]
    public async Task A_publication_is_told_with_its_revision()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        await ToldAsync(workshop, $"{id}/video.published/1");

        await workshop.ReprocessAsync(id);
        await ToldAsync(workshop, $"{id}/video.published/2");
        await workshop.WaitForRevisionAsync(id, 2);
        await workshop.AskAsync(id, "720p-av1");
        await workshop.WaitForExtensionAsync(id, ExtensionState.Done);
        await ToldAsync(workshop, $"{id}/video.published/3");

        Assert.All(workshop.Events.Told, told => Assert.Equal((id, VideoEvents.Published), (told.AssetId, told.Type)));
    }

    [Fact]
    public async Task One_that_could_not_be_told_at_once_is_told_though_the_asset_is_ready_by_then()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Events.Faults = 2;
        var id = await workshop.UploadAsync();

        await workshop.WaitForStateAsync(id, AssetState.Ready);

        await ToldAsync(workshop, $"{id}/video.published/1");
    }

    [Fact]
    public async Task A_deletion_is_told_before_its_blobs_are_gone()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        workshop.Events.Faults = 1;

        await workshop.DeleteAsync(id);

        await ToldAsync(workshop, $"{id}/video.deleted");
        await workshop.WaitForStateAsync(id, AssetState.Deleted);
    }

    [Fact]
    public async Task What_fails_is_not_told()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "source.undecodable";

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Failed);

        Assert.Empty(workshop.Events.Told);
    }

    private static Task ToldAsync(Workshop workshop, string id) => Workshop.WaitForAsync(
        () => Task.FromResult(workshop.Events.Told.Any(told => told.Id == id) ? workshop : null), $"{id} is told", () => string.Join(", ", workshop.Events.Told.Select(told => told.Id)));
}
