using System.Text.Json;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests.Social;

namespace StreamPlatform.Domain.Tests.Accounts.Profiles;

/// <summary>What people say of themselves, and what they are called.</summary>
public sealed class ProfilesTests : IAsyncLifetime
{
    private static readonly string Ada = OpaqueId.From("user", "ada"), Bob = OpaqueId.From("user", "bob");

    private readonly House _house = new();

    private Domain.Accounts.Profiles.Profiles Profiles => new(_house.Get<IDocuments>(), _house.Clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_absent_stays_and_null_clears()
    {
        await ChangeAsync(Ada, """{"name":" Ada ","bio":"Waves.\nWind.","location":"Oslo","language":"nb-no","preferences":{"autoplay":false,"theme":"dark"},"privacy":{"historyPaused":true}}""");

        var profile = (await ChangeAsync(Ada, """{"bio":null,"preferences":{"captions":true,"captionLanguage":"en"},"privacy":{"likesPrivate":false}}""")).Value;

        Assert.Equal(("Ada", null, "Oslo", "nb-NO"), (profile.Name, profile.Bio, profile.Location, profile.Language));
        Assert.Equal(new Preferences(Autoplay: false, Captions: true, "en", Theme.Dark), profile.Preferences);
        Assert.Equal(new Privacy(HistoryPaused: true, LikesPrivate: false), profile.Privacy);
    }

    [Theory]
    [InlineData("""{"name":""}""", "profile.name_invalid")]
    [InlineData("""{"name":"a\u0007b"}""", "profile.name_invalid")]
    [InlineData("""{"name":"0123456789012345678901234567890123456789012345678901234567890"}""", "profile.name_invalid")]
    [InlineData("""{"bio":"a\u0007b"}""", "profile.bio_invalid")]
    [InlineData("""{"location":"a\nb"}""", "profile.location_invalid")]
    [InlineData("""{"language":"a language"}""", "profile.language_invalid")]
    [InlineData("""{"preferences":{"captionLanguage":"a language"}}""", "profile.language_invalid")]
    [InlineData("""{"handle":"ab"}""", "profile.handle_invalid")]
    [InlineData("""{"handle":"a_b"}""", "profile.handle_invalid")]
    [InlineData("""{"handle":"-ada"}""", "profile.handle_invalid")]
    [InlineData("""{"handle":"\u0430da"}""", "profile.handle_invalid")]
    [InlineData("""{"handle":"Admin"}""", "profile.handle_taken")]
    [InlineData("""{"handle":"ad-min"}""", "profile.handle_taken")]
    public async Task What_can_not_be_is_refused(string change, string code)
    {
        Assert.Equal(code, (await ChangeAsync(Ada, change)).Error?.Code);
        Assert.Null(await Profiles.FindOwnAsync(Ada, default));
    }

    [Fact]
    public async Task One_handle_has_one_person_however_it_is_written()
    {
        await ChangeAsync(Ada, """{"handle":"@Ada.Lovelace"}""");

        Assert.Equal("profile.handle_taken", (await ChangeAsync(Bob, """{"handle":"ADA.lovelace"}""")).Error?.Code);
        foreach (var name in new[] { Ada, "ada.lovelace", "@Ada.Lovelace" })
            Assert.Equal(Ada, (await Profiles.FindAsync(name, default)).Value.PersonId);
        Assert.Equal("profile.not_found", (await Profiles.FindAsync(Bob, default)).Error?.Code);
    }

    [Fact]
    public async Task Of_many_who_want_a_handle_at_once_one_gets_it()
    {
        var people = Enumerable.Range(0, 8).Select(number => OpaqueId.From("user", $"{number}")).ToArray();

        var results = await Task.WhenAll(people.Select(person => ChangeAsync(person, """{"handle":"ada"}""")));

        var winner = Assert.Single(results, result => result.Succeeded).Value;
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("profile.handle_taken", result.Error?.Code));
        Assert.Equal(winner.PersonId, (await Profiles.FindAsync("ada", default)).Value.PersonId);
    }

    [Fact]
    public async Task A_handle_stays_for_two_weeks_and_the_one_before_is_kept_for_its_person()
    {
        await ChangeAsync(Ada, """{"handle":"ada"}""");
        Assert.Equal("profile.handle_too_soon", (await ChangeAsync(Ada, """{"handle":"countess"}""")).Error?.Code);
        _house.Clock.Advance(TimeSpan.FromDays(14));
        Assert.True((await ChangeAsync(Ada, """{"handle":"countess"}""")).Succeeded);

        // The one before still leads to her, and is nobody else's.
        Assert.Equal((Ada, Ada), ((await Profiles.FindAsync("ada", default)).Value.PersonId, (await Profiles.FindAsync("countess", default)).Value.PersonId));
        _house.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal("profile.handle_taken", (await ChangeAsync(Bob, """{"handle":"ada"}""")).Error?.Code);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("profile.not_found", (await Profiles.FindAsync("ada", default)).Error?.Code);
        Assert.True((await ChangeAsync(Bob, """{"handle":"ada"}""")).Succeeded);
        Assert.Equal(Bob, (await Profiles.FindAsync("ada", default)).Value.PersonId);
        Assert.Equal("profile.handle_taken", (await ChangeAsync(Ada, """{"handle":"ada"}""")).Error?.Code);
    }

    [Fact]
    public async Task Only_their_own_former_handle_can_be_taken_back()
    {
        await ChangeAsync(Ada, """{"handle":"ada"}""");
        _house.Clock.Advance(TimeSpan.FromDays(14));
        await ChangeAsync(Ada, """{"handle":null}""");
        Assert.Equal(Ada, (await Profiles.FindAsync("ada", default)).Value.PersonId);
        _house.Clock.Advance(TimeSpan.FromDays(14));

        var back = (await ChangeAsync(Ada, """{"handle":"ada"}""")).Value;

        Assert.Equal("ada", back.Handle);
        Assert.Equal([], back.FormerHandles);
    }

    [Fact]
    public async Task A_death_between_claim_and_profile_takes_no_handle_for_ever()
    {
        for (var call = 1; ; call++)
        {
            await using var house = new House();
            var crash = new Crash(call);
            var dying = new Domain.Accounts.Profiles.Profiles(crash.Around(house.Get<IDocuments>()), house.Clock);
            await Record.ExceptionAsync(() => dying.ChangeAsync(Ada, new ProfileChange { Handle = "ada" }, null, default));
            if (!crash.Happened)
                break;

            var profiles = new Domain.Accounts.Profiles.Profiles(house.Get<IDocuments>(), house.Clock);
            var isHers = (await profiles.FindOwnAsync(Ada, default))?.Value.Handle == "ada";
            house.Clock.Advance(HandleClaim.Grace + TimeSpan.FromSeconds(1));
            Assert.Equal(!isHers, (await profiles.ChangeAsync(Bob, new ProfileChange { Handle = "ada" }, null, default)).Succeeded);
            Assert.Equal(isHers ? Ada : Bob, (await profiles.FindAsync("ada", default)).Value.PersonId);
            Assert.True(call < 20);
        }
    }

    [Fact]
    public async Task Who_is_hidden_is_not_there_and_found_by_no_handle()
    {
        await ChangeAsync(Ada, """{"handle":"ada","privacy":{"hidden":true}}""");

        foreach (var name in new[] { Ada, "ada" })
            Assert.Equal("profile.not_found", (await Profiles.FindAsync(name, default)).Error?.Code);
        Assert.Empty(await Profiles.FindManyAsync([Ada], default));
        Assert.Equal("profile.handle_taken", (await ChangeAsync(Bob, """{"handle":"ada"}""")).Error?.Code);
    }

    [Fact]
    public async Task Who_read_an_older_profile_changes_nothing()
    {
        var read = (await Profiles.ChangeAsync(Ada, new ProfileChange { Name = "Ada" }, null, default)).Value;
        await ChangeAsync(Ada, """{"name":"Countess"}""");

        Assert.Equal("profile.changed", (await Profiles.ChangeAsync(Ada, new ProfileChange { Name = "Bob" }, read.ETag, default)).Error?.Code);
        Assert.Equal("Countess", (await Profiles.FindAsync(Ada, default)).Value.Name);
    }

    [Fact]
    public async Task Who_is_overtaken_again_and_again_is_told_so()
    {
        await ChangeAsync(Ada, """{"name":"Countess"}""");
        var profiles = new Domain.Accounts.Profiles.Profiles(new TroubledDocuments(_house.Get<IDocuments>(), new Random(1)) { Deaths = 0, Losses = 100 }, _house.Clock);

        Assert.Equal("profile.busy", (await profiles.ChangeAsync(Ada, new ProfileChange { Name = "Ada" }, null, default)).Error?.Code);
    }

    private async Task<Result<Profile>> ChangeAsync(string person, string change)
    {
        var changed = await Profiles.ChangeAsync(person, JsonSerializer.Deserialize<ProfileChange>(change, DomainJson.Options)!, null, default);
        return changed.Succeeded ? changed.Value.Value : changed.Error!;
    }
}
