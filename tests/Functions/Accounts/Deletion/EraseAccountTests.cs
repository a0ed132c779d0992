using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Tests.Social;

namespace StreamPlatform.Functions.Tests.Accounts.Deletion;

/// <summary>Of an account that is gone nothing is left that leads to its person, whenever the process died.</summary>
public sealed class EraseAccountTests : IAsyncLifetime
{
    private const string Ada = "ada@example.com";

    private static readonly string Walruses = OpaqueId.From(Organisation.IdPrefix, "w");

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private SocialHouse _house = null!;
    private User _ada = null!;
    private Person _person = null!, _owner = null!;
    private Asset _asset = null!;
    private Comment _thread = null!;

    public async Task InitializeAsync()
    {
        _house = await SocialHouse.OpenAsync();
        _ada = (await Get<People>().AddAsync(EmailAddress.Parse(Ada).Value, Role.Creator, "hash", Now, default))!;
        (_person, _owner) = (new Person(_ada.Id, _ada.Id), new Person(_house.Asset.OwnerId, _house.Asset.OwnerId));
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    private DateTimeOffset Now => _house.Playback.Clock.GetUtcNow();

    [Fact]
    public async Task A_process_that_dies_between_any_two_steps_leaves_nothing_behind_that_the_next_does_not_erase()
    {
        await LiveAsync();
        Assert.NotEmpty(await TracesAsync());
        var counted = await CountsAsync();
        Assert.Equal((1L, 1L, 1L, 3L), counted);
        await Get<AccountDeletions>().AddAsync(_ada.Id, default);
        _house.Playback.Clock.Advance(AccountDeletion.Grace);

        var deaths = await EraseAsync();

        Assert.True(deaths > 50, $"It died {deaths} times.");
        Assert.Equal([], await TracesAsync());
        Assert.Equal((0L, 0L, 0L, 1L), await CountsAsync());
        Assert.Equal([], await DriftsAsync());
        Assert.DoesNotContain(_house.Playback.Blobs.Paths, path => path.Name.StartsWith($"{_ada.Id}/", StringComparison.Ordinal));
        Assert.Equal(AssetState.Deleted, (await Get<IAssetStore>().FindAsync(_asset.Id, default))!.Value.State);
        Assert.Equal([], await Get<IWebhookStore>().ListAsync(_ada.Id, default));

        // What they shared is somebody else's, and what they had alone is nobody's.
        Assert.Equal([("user_1", MemberRole.Viewer), ("user_2", MemberRole.Owner)], (await Get<Organisations>().FindAsync(Walruses, default))!.Value.Members.Select(member => (member.UserId, member.Role)));
        Assert.True((await Get<Organisations>().FindAsync(OpaqueId.From(Organisation.IdPrefix, "a"), default))!.Value is { Disabled: true, Members.Count: 0 });

        // What others said to them stays, below what nobody said.
        var thread = Assert.Single((await Get<CommentReader>().ListAsync(Seen(null), null, CommentOrder.Newest, new PageRequest(null, 10), default)).Items);
        Assert.Equal((CommentState.Deleted, null, Comment.Nobody, 1L), (thread.Comment.State, thread.Comment.Text, thread.Comment.AuthorId, thread.Standing.Replies));
        Assert.Equal(Comment.Nobody, Assert.Single((await Get<Reports>().ListAsync(ReportState.Open, new PageRequest(null, 10), default)).Items).ReporterId);
    }

    [Fact]
    public async Task An_organisation_goes_with_all_that_is_its_and_its_members_stay()
    {
        var organisations = Get<Organisations>();
        var gulls = (await organisations.CreateAsync(_ada.Id, "Gulls", "g", default)).Value.Value.Id;
        var acting = new Person(gulls, gulls);
        await organisations.ChangeAsync(gulls, found => found with { Members = [.. found.Members, new Member("user_1", MemberRole.Viewer, Now)] }, null, default);
        await Get<IDocuments>().WriteAsync(OrganisationPointer.Kind.Put(new OrganisationPointer { UserId = "user_1", OrganisationId = gulls, At = Now }), default);
        await Get<Invitations>().InviteAsync(_ada.Id, gulls, new Invitee(null, OpaqueId.New(UserIds.Prefix), null), null, default);
        await Get<Invitations>().InviteAsync(_ada.Id, gulls, new Invitee("bob@example.com", null, null), null, default);
        await Get<ApiTokens>().CreateAsync(new Caller(_ada.Id, gulls, Role.Creator, CredentialKind.AccessToken, "s"), "app", ["assets:read"], null, default);
        await Get<Domain.Webhooks.Webhooks>().CreateAsync(gulls, new WebhookChange("https://example.com/", null, null, null), null, default);
        await Get<OwnersKeys>().CreateAsync(gulls, "site", default);
        await PublishAsync(gulls);
        await Get<CommentWriter>().PostAsync(Seen(null), acting, new NewComment("Gulls were here."), null, default);
        await Get<Playlists>().CreateAsync(acting, new PlaylistChange("Sea"), null, default);
        await Get<AccountDeletions>().AddAsync(gulls, default);
        _house.Playback.Clock.Advance(AccountDeletion.Grace);
        Assert.NotEmpty(await TracesAsync(gulls, "Gulls"));

        Assert.True(await EraseAsync(gulls) > 20);

        Assert.Equal([], await TracesAsync(gulls, "Gulls"));
        Assert.Null(await organisations.FindAsync(gulls, default));
        Assert.Equal(AssetState.Deleted, (await Get<IAssetStore>().FindAsync(_asset.Id, default))!.Value.State);
        Assert.Equal([], await Get<IWebhookStore>().ListAsync(gulls, default));
        Assert.False((await Get<People>().UserAsync(_ada.Id, default))!.Value.Disabled);
        Assert.Contains(_house.Playback.Letters, letter => letter.Contains("Your organisation was deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_passes_for_somebody_who_left_for_ninety_days()
    {
        await Get<Domain.Accounts.Profiles.Profiles>().ChangeAsync(_ada.Id, new ProfileChange { Handle = "ada" }, null, default);
        await Get<AccountDeletions>().AddAsync(_ada.Id, default);
        _house.Playback.Clock.Advance(AccountDeletion.Grace);
        await EraseAsync();

        Assert.Equal("profile.handle_taken", (await Get<Domain.Accounts.Profiles.Profiles>().ChangeAsync(_owner.Id, new ProfileChange { Handle = "ada" }, null, default)).Error?.Code);
        _house.Playback.Clock.Advance(FormerHandle.Kept);
        Assert.True((await Get<Domain.Accounts.Profiles.Profiles>().ChangeAsync(_owner.Id, new ProfileChange { Handle = "ada" }, null, default)).Succeeded);
    }

    [Fact]
    public async Task What_another_release_was_at_is_begun_again()
    {
        await Get<AccountDeletions>().AddAsync(_ada.Id, default);
        _house.Playback.Clock.Advance(AccountDeletion.Grace);
        await Get<EraseAccount>().StepAsync(new AccountErasure(_ada.Id), default);

        var step = await Get<EraseAccount>().StepAsync(new AccountErasure(_ada.Id, "what was once a part"), default);

        Assert.Equal("assets", step.Next?.Part);
    }

    [Fact]
    public void Parts_have_names_of_their_own()
    {
        var parts = _house.Playback.Get<IEnumerable<IErasePerson>>().Select(part => part.Part).ToList();

        Assert.Equal(parts.Distinct(), parts);
    }

    /// <summary>Each process dies one call to the outside later than the one before, until a step is done; the number of deaths.</summary>
    private async Task<int> EraseAsync(string? accountId = null)
    {
        var (left, call, deaths, crash) = (new AccountErasure(accountId ?? _ada.Id), 1, 0, new Crash(1));
        await using var process = ProcessOf(crash);
        while (true)
        {
            crash.Again(call);
            try
            {
                var step = await process.GetRequiredService<EraseAccount>().StepAsync(left, default);
                foreach (var asset in step.Assets)
                    await EraseAssetAsync(asset);
                if (step.Next is not { } next)
                    return deaths;
                (left, call) = (next, 1);
            }
            catch (CrashedException)
            {
                (call, deaths) = (call + 1, deaths + 1);
                Assert.True(deaths < 5000, $"{left.Part} takes no end.");
            }
        }
    }

    /// <summary>As its workflow does.</summary>
    private async Task EraseAssetAsync(string asset)
    {
        var eraser = Get<AssetEraser>();
        await eraser.BeginAsync(asset, default);
        await eraser.SweepAsync(asset, default);
        await eraser.FinishAsync(asset, default);
    }

    private ServiceProvider ProcessOf(Crash crash) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(_house.Playback.Clock)
        .AddPlatform(new ConfigurationBuilder().Build())
        .AddSingleton(crash.Around(Get<IDocuments>()))
        .AddSingleton(crash.Around(Get<IAssetStore>()))
        .AddSingleton(crash.Around(Get<IUploadStore>()))
        .AddSingleton(crash.Around(Get<IUsageStore>()))
        .AddSingleton(crash.Around(Get<IWebhookStore>()))
        .AddSingleton(crash.Around(Get<IEncodingDefaultsStore>()))
        .AddSingleton(crash.Around(Get<IBlobStore>()))
        .AddSingleton(crash.Around(Get<IEventPublisher>()))
        .AddSingleton(crash.Around(Get<IMailer>()))
        .BuildServiceProvider();

    /// <summary>Something of every kind.</summary>
    private async Task LiveAsync()
    {
        var profiles = Get<Domain.Accounts.Profiles.Profiles>();
        await profiles.ChangeAsync(_ada.Id, new ProfileChange { Handle = "ada", Name = "Ada" }, null, default);
        _house.Playback.Clock.Advance(ProfileRules.BetweenHandles);
        await profiles.ChangeAsync(_ada.Id, new ProfileChange { Handle = "countess" }, null, default);
        await Get<Avatars>().SetAsync(_ada.Id, Png, default);
        await Get<Sessions>().OpenAsync(_ada, "Walrus/1.0", default);
        await Get<ApiTokens>().CreateAsync(new Caller(_ada.Id, _ada.Id, Role.Creator, CredentialKind.AccessToken, "s"), "app", ["assets:read"], null, default);
        await Get<IDocuments>().WriteAsync(Passkey.Kind.Add(new Passkey { UserId = _ada.Id, CredentialId = "abc", PublicKey = [1], Counter = 1, Name = "Key", CreatedAt = Now }), default);
        await Get<Domain.Webhooks.Webhooks>().CreateAsync(_ada.Id, new WebhookChange("https://example.com/", null, null, null), null, default);
        await Get<OwnersKeys>().CreateAsync(_ada.Id, "site", default);
        await Get<IEncodingDefaultsStore>().PutAsync(new EncodingDefaults { OwnerId = _ada.Id, Choice = EncodingChoice.Default with { CostCap = 3 } }, null, default);
        await Get<IBlobStore>().WriteAsync(new BlobPath(Containers.Images, $"{_ada.Id}/{new string('a', 64)}.png"), Png, "image/png", default);
        await PublishAsync();
        await TalkAsync();
        await Get<Organisations>().CreateAsync(_ada.Id, "Walruses", "w", default);
        await Get<Organisations>().ChangeAsync(Walruses, organisation => organisation with { Members = [.. organisation.Members, new Member("user_1", MemberRole.Viewer, Now), new Member("user_2", MemberRole.Editor, Now)] }, null, default);
        await Get<Organisations>().CreateAsync(_ada.Id, "Alone", "a", default);
    }

    private async Task PublishAsync(string? ownerId = null)
    {
        _asset = _house.Asset with { Id = AssetIds.New(), OwnerId = ownerId ?? _ada.Id, PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)], Visibility = Visibility.Public };
        await Get<IAssetStore>().AddAsync(_asset, default);
        await Get<IBlobStore>().WriteAsync(new BlobPath(Containers.Media, $"{_asset.Id}/1-aa/init.mp4"), Png, "video/mp4", default);
        await Get<ListVideo>().ExecuteAsync(VideoEvents.OfPublication(_asset), default);
    }

    private async Task TalkAsync()
    {
        var (writer, news, video) = (Get<CommentWriter>(), Get<CommentNews>(), Seen(_person));
        _thread = (await writer.PostAsync(video, _person, new NewComment("How blue, @ada."), null, default)).Value.Value;
        await writer.EditAsync(video, _person, _thread.Id, "How grey, @ada.", null, default);
        var reply = (await writer.PostAsync(Seen(_owner), _owner, new NewComment("Is it?", _thread.Id), null, default)).Value.Value;
        await news.TellAsync(Seen(_owner), reply, default);
        await writer.PostAsync(video, _person, new NewComment("It is.", _thread.Id), null, default);
        var gone = (await writer.PostAsync(video, _person, new NewComment("Never mind."), null, default)).Value.Value;
        await writer.DeleteAsync(video, _person, gone.Id, default);

        await Get<Reactions>().SetAsync(_house.Asset.Id, _person, ReactionKind.Like, default);
        await Get<CommentLikes>().SetAsync(video, _person, reply.Id, true, default);
        await Get<Subscriptions>().SetAsync(_person, (await Get<Channels>().OfAsync(_house.Asset, default)).Id, true, default);
        await Get<Shares>().ShareAsync(_house.Asset.Id, _person, default);
        await Get<Reports>().ReportAsync(video, _person, reply.Id, ReportReason.Spam, "So rude.", default);
        await Get<Digests>().SetAsync(_ada.Id, true, default);
        await Get<Notices>().MuteAsync(_person, [NotificationKind.Heart], default);
        Assert.NotNull((await Get<WatchHistory>().ReportAsync(_person, _house.PlaybackId, WatchReport.Of(1, null, null, Now).Value, default)).Value.Progress);
        var playlist = (await Get<Playlists>().CreateAsync(_person, new PlaylistChange("Sea"), null, default)).Value.Value;
        await Get<PlaylistItems>().AddAsync(_person, playlist.Id, _house.PlaybackId, null, default);
    }

    /// <summary>Likes of the video, likes of the reply, subscribers, comments.</summary>
    private async Task<(long Likes, long CommentLikes, long Subscribers, long Comments)> CountsAsync()
    {
        var replies = (await Get<CommentReader>().RepliesAsync(Seen(null), null, _thread.Id, new PageRequest(null, 10), default)).Value.Items;
        return (
            (await Get<Reactions>().GetAsync(_house.Asset.Id, null, default)).Likes,
            replies.Single(shown => shown.Comment.AuthorId == _owner.Id).Standing.Likes,
            (await Get<Subscriptions>().GetAsync(null, (await Get<Channels>().OfAsync(_house.Asset, default)).Id, default)).Value.Subscribers,
            (await Get<CommentReader>().SectionAsync(_house.Asset.Id, default)).Count);
    }

    private async Task<List<Drift>> DriftsAsync()
    {
        var (drifts, step) = (new List<Drift>(), RecountProgress.Start.Next);
        while (step is not null)
        {
            var found = await Get<Recount>().StepAsync(step, default);
            drifts.AddRange(found.Drifts);
            step = found.Next;
        }

        return drifts;
    }

    /// <summary>Every document of every kind that has the person's id, or something that they said or are called.</summary>
    /// <param name="words">Of somebody else.</param>
    private async Task<List<string>> TracesAsync(params string[] words)
    {
        var traces = new List<string>();
        var kinds = typeof(Profile).Assembly.GetTypes().SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DocumentKind<>));
        foreach (var kind in kinds)
        {
            var found = typeof(EraseAccountTests).GetMethod(nameof(AllAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
                .MakeGenericMethod(kind.PropertyType.GenericTypeArguments[0]).Invoke(this, [kind.GetValue(null)]);
            traces.AddRange((await (Task<List<string>>)found!).Where(json => IsTrace(json, words)).Select(json => $"{kind.DeclaringType!.Name}.{kind.Name}: {json}"));
        }

        return traces;
    }

    private bool IsTrace(string json, string[] words) => (words.Length > 0 ? words : [_ada.Id, Ada, EmailAddress.Parse(Ada).Value.Hash, "\"Ada\"", "How blue", "How grey", "It is.", "Never mind"]).Any(word => json.Contains(word, StringComparison.Ordinal));

    private async Task<List<string>> AllAsync<T>(DocumentKind<T> kind)
        where T : class
    {
        var all = new List<string>();
        await foreach (var document in Get<IDocuments>().ScanAsync(kind, default))
            all.Add(JsonSerializer.Serialize(document, DomainJson.Options));
        return all;
    }

    private SeenVideo Seen(Person? person) => new(_house.Asset, _house.PlaybackId, person == _owner);

    private T Get<T>()
        where T : notnull => _house.Playback.Get<T>();
}
