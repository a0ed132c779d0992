using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Social;

/// <summary>The workflow that tells subscribers, on the real engine.</summary>
public sealed class TellSubscribersTests
{
    [Fact]
    public async Task All_subscribers_are_told_once_though_the_event_comes_twice()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);
        await workshop.Get<Assets>().UpdateAsync(asset.Id, old => old with { Visibility = Visibility.Public }, default);
        var channel = (await workshop.Get<Channels>().OfAsync(asset, default)).Id;
        Person[] people = [.. Enumerable.Range(0, TellSubscribers.AtOnce + 3).Select(number => new Person($"user_{number}", $"user_{number}"))];
        foreach (var person in people)
            Assert.True((await workshop.Get<Subscriptions>().SetAsync(person, channel, true, default)).Succeeded);
        var video = (await workshop.Get<TellSubscribers>().FindAsync(VideoEvents.OfPublication(asset), default))!;

        for (var i = 0; i < 2; i++)
            await workshop.Engine.Client.StartOnceAsync(NewVideo.Workflow, video.InstanceId, video, default);
        await workshop.Engine.WaitAsync(video.InstanceId);

        foreach (var person in new[] { people[0], people[^1] })
            Assert.Equal(NotificationKind.Video, Assert.Single((await workshop.Get<Notices>().ListAsync(person, new PageRequest(null, 10), default)).Items).Notification.Kind);
    }
}
