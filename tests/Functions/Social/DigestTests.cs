using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Social;

/// <summary>A letter a day of what is new, for who asked for it.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private readonly LetterBox _letters = new();
    private SocialHouse _house = null!;
    private string _ada = null!;
    private int _told;

    public async Task InitializeAsync()
    {
        _house = await SocialHouse.OpenAsync();
        _ada = (await Get<People>().AddAsync(EmailAddress.Parse("ada@example.com").Value, Role.Viewer, "hash", Now, default))!.Id;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    private DateTimeOffset Now => _house.Playback.Clock.GetUtcNow();

    private string Today => Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Who_did_not_ask_for_it_gets_none_and_who_did_one_a_day_of_what_is_new()
    {
        await TellAsync(NotificationKind.Video);
        Assert.Equal(0, await SendAsync());
        Assert.True((await Get<Digests>().SetAsync(_ada, true, default)).Value);
        Assert.Equal(0, await SendAsync());

        await TellAsync(NotificationKind.Video);
        await TellAsync(NotificationKind.Reply);
        await TellAsync(NotificationKind.Heart);
        for (var i = 0; i < 2; i++)
            Assert.Equal(1 - i, await SendAsync());

        var letter = Assert.Single(_letters.All);
        Assert.Equal(("ada@example.com", "New for you at localhost"), (letter.To, letter.Subject));
        Assert.Equal(2, letter.Text.Split($"The sea\nhttp://localhost:7071/watch/{_house.PlaybackId}\n").Length - 1);
        Assert.Contains("New videos\n\nThe sea", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Replies to what you said\n\nThe sea", letter.Text, StringComparison.Ordinal);
        Assert.EndsWith($"{letter.Unsubscribe}\n", letter.Text, StringComparison.Ordinal);

        // Not again what was told, and nothing of what was seen.
        _house.Playback.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendAsync());
        await TellAsync(NotificationKind.Reply);
        await Get<Notices>().SeeAsync(new Person(_ada, _ada), default);
        Assert.Equal(0, await SendAsync());
        await TellAsync(NotificationKind.Reply);
        Assert.Equal(1, await SendAsync());
        Assert.Equal(2, _letters.All.Count);
    }

    [Fact]
    public async Task One_click_ends_it_and_looking_at_the_page_does_not()
    {
        await Get<Digests>().SetAsync(_ada, true, default);
        await TellAsync(NotificationKind.Video);
        await SendAsync();
        var parts = new Uri(_letters.All[0].Unsubscribe!).AbsolutePath.Split('/');
        Assert.Equal(["", "api", "digests", _ada], parts[..4]);

        var (status, page, headers) = await _house.Playback.GetAsync(Task.FromResult(_house.Playback.Function<GetDigestEnd>().Run(Request("GET", "digests"), parts[3], parts[4])));
        Assert.Equal((200, "text/html; charset=utf-8"), (status, headers.ContentType.ToString()));
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        await EndAsync(_ada, "stop_0123456789abcdefghjkmnpqrs");
        await EndAsync(OpaqueId.New("user"), parts[4]);
        Assert.True(await Get<Digests>().WantsAsync(_ada, default));

        for (var i = 0; i < 2; i++)
            Assert.Contains("no more letters", await EndAsync(_ada, parts[4]), StringComparison.Ordinal);
        Assert.False(await Get<Digests>().WantsAsync(_ada, default));
        _house.Playback.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(NotificationKind.Video);
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task A_death_at_any_step_sends_nobody_two_letters_of_a_day_and_keeps_nothing_from_them()
    {
        await Get<Digests>().SetAsync(_ada, true, default);
        for (var call = 1; ; call++)
        {
            _letters.All.Clear();
            _house.Playback.Clock.Advance(TimeSpan.FromDays(1));
            await TellAsync(NotificationKind.Video);
            var crash = new Crash(call);
            await Record.ExceptionAsync(() => SendAsync(new SendDigests(
                crash.Around(Get<IDocuments>()), Get<People>(), Get<Notices>(), crash.Around<IMailer>(_letters), Get<PlaybackOptions>(), _house.Playback.Clock)));
            await SendAsync();
            Assert.InRange(_letters.All.Count, 0, 1);

            _house.Playback.Clock.Advance(TimeSpan.FromDays(1));
            await SendAsync();
            Assert.NotEmpty(_letters.All);
            Assert.InRange(_letters.All.Count, 1, 2);
            if (!crash.Happened)
                break;
            Assert.InRange(call, 1, 200);
        }
    }

    [Fact]
    public async Task When_no_letters_are_taken_it_is_tried_again_the_same_day()
    {
        await Get<Digests>().SetAsync(_ada, true, default);
        await TellAsync(NotificationKind.Video);
        _letters.Fault = new IOException();
        await Assert.ThrowsAsync<IOException>(() => SendAsync());

        _letters.Fault = null;

        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task The_caller_asks_for_it_and_who_has_no_address_can_not()
    {
        Assert.Equal((200, "False"), await _house.CallAsync<GetDigest>(_house.Viewer) is var seen ? (seen.Status, seen.Text("wanted")) : default);
        (await _house.CallAsync<PutDigest>(_house.Viewer, new { wanted = true })).IsProblem(409, "digest.no_address");
        Assert.Equal(200, (await _house.CallAsync<PutDigest>(_house.Viewer, new { wanted = false })).Status);
    }

    [Fact]
    public async Task Letters_are_sent_by_a_workflow_a_day()
    {
        var client = new RecordingDurableClient();
        for (var i = 0; i < 2; i++)
            await _house.Playback.Function<SendDailyDigests>().RunAsync(null!, client, default);

        Assert.Equal("digests-2026-03-14", Assert.Single(client.Started).Key);
    }

    private Task<int> SendAsync() => SendAsync(new SendDigests(Get<IDocuments>(), Get<People>(), Get<Notices>(), _letters, Get<PlaybackOptions>(), _house.Playback.Clock));

    /// <summary>All of a day's; how many.</summary>
    private async Task<int> SendAsync(SendDigests send)
    {
        var progress = new DigestProgress(Today);
        while (!progress.IsDone)
            progress = await send.StepAsync(progress, default);
        return progress.Sent;
    }

    private Task TellAsync(NotificationKind kind)
    {
        _house.Playback.Clock.Advance(TimeSpan.FromSeconds(1));
        return Get<Notices>().TellAsync(
            new Notification(Notification.CurrentSchemaVersion, _ada, Notification.IdOf(kind, $"{_told++}", _ada), kind, _house.Asset.Id, "user_1", null, null, Now), default);
    }

    private async Task<string> EndAsync(string person, string secret) =>
        (await _house.Playback.GetAsync(_house.Playback.Function<PostDigestEnd>().RunAsync(Request("POST", "digests"), person, secret, default))).Body;

    private T Get<T>()
        where T : notnull => _house.Playback.Get<T>();

    private sealed class LetterBox : IMailer
    {
        public List<Letter> All { get; } = [];

        public IOException? Fault { get; set; }

        public Task SendAsync(Letter letter, CancellationToken ct)
        {
            if (Fault is not null)
                return Task.FromException(Fault);
            All.Add(letter);
            return Task.CompletedTask;
        }
    }
}
