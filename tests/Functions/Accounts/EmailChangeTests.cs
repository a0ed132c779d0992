using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>Another address, which both mailboxes hear of.</summary>
public sealed class EmailChangeTests : IAsyncLifetime
{
    private const string Next = "countess@example.com";

    private readonly SignInHouse _house = new();
    private Answer _joined = null!;

    public async Task InitializeAsync() => _joined = await _house.JoinAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_new_address_is_confirmed_by_its_mailbox_the_old_one_is_told_and_every_session_ends()
    {
        var key = _joined.Text("accessToken")!;
        Assert.Equal(202, (await BeginAsync(key, $" {Next.ToUpperInvariant()} ")).Status);
        Assert.Equal(200, (await _house.SignInAsync()).Status);
        Assert.Single(LettersTo(Ada), letter => letter.Contains($"about to get the address {Next}", StringComparison.Ordinal));

        Assert.Equal(204, (await FinishAsync(_house.TokenTo(Next))).Status);

        Assert.Equal(_joined.Text("userId"), (await _house.SignInAsync(Next)).Text("userId"));
        (await _house.SignInAsync()).IsProblem(401, "auth.sign_in_failed");
        (await _house.AccountAsync(key)).IsProblem(401, "auth.invalid_token");
        (await FinishAsync(_house.TokenTo(Next))).IsProblem(400, "auth.link_invalid");
        Assert.Single(LettersTo(Ada), letter => letter.Contains("this one no more", StringComparison.Ordinal));

        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));

        // The old address is free for whoever proves it.
        Assert.NotEqual(_joined.Text("userId"), (await _house.JoinAsync()).Text("userId"));
    }

    [Fact]
    public async Task It_takes_the_password_and_an_address()
    {
        var key = _joined.Text("accessToken")!;
        (await BeginAsync(key, Next, "wrong")).IsProblem(403, "account.password_wrong");
        (await BeginAsync(key, "countess")).IsProblem(400, "account.email_invalid");
        Assert.Empty(LettersTo(Next));
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_answered_the_same_and_stays_theirs()
    {
        var other = await _house.JoinAsync(Next);
        var before = LettersTo(Next).Count;
        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(202, (await BeginAsync(_joined.Text("accessToken")!, Next)).Status);

        Assert.Contains("has an account already", LettersTo(Next)[^1], StringComparison.Ordinal);
        Assert.Equal(before + 1, LettersTo(Next).Count);
        Assert.DoesNotContain("confirm-email", LettersTo(Next)[^1], StringComparison.Ordinal);
        Assert.Equal(other.Text("userId"), (await _house.SignInAsync(Next)).Text("userId"));
    }

    [Fact]
    public async Task Of_two_who_are_about_to_have_an_address_one_gets_it()
    {
        await BeginAsync(_joined.Text("accessToken")!, Next);
        var link = _house.TokenTo(Next);
        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await _house.JoinAsync(Next);

        (await FinishAsync(link)).IsProblem(400, "auth.link_invalid");

        Assert.Equal(other.Text("userId"), (await _house.SignInAsync(Next)).Text("userId"));
        Assert.Equal(_joined.Text("userId"), (await _house.SignInAsync()).Text("userId"));
    }

    [Fact]
    public async Task A_link_is_void_after_an_hour_and_after_the_password_was_changed()
    {
        await BeginAsync(_joined.Text("accessToken")!, Next);
        var link = _house.TokenTo(Next);
        await _house.ChangeAsync(_joined.Text("accessToken")!, Password, "nine yellow walruses");
        (await FinishAsync(link)).IsProblem(400, "auth.link_invalid");

        var key = (await _house.SignInAsync(Ada, "nine yellow walruses")).Text("accessToken")!;
        await BeginAsync(key, "third@example.com", "nine yellow walruses");
        _house.House.Clock.Advance(TimeSpan.FromHours(1));
        (await FinishAsync(_house.TokenTo("third@example.com"))).IsProblem(400, "auth.link_invalid");
    }

    [Fact]
    public async Task A_death_between_any_two_writes_leaves_one_address_that_signs_in_and_none_that_is_lost()
    {
        for (var call = 1; ; call++)
        {
            await using var house = new SignInHouse();
            var joined = await house.JoinAsync();
            await house.House.AnswerAsync(house.House.Function<PostEmail>().RunAsync(Request("POST", "auth/email", joined.Text("accessToken"), new { email = Next, password = Password }), default));
            var (crash, link) = (new Crash(call), house.TokenTo(Next));
            var documents = crash.Around(house.House.Get<IDocuments>());
            var people = new People(documents, new Domain.Accounts.Users.Users(documents, house.House.Clock));
            var dying = new EmailChange(people, house.House.Get<ConfirmPassword>(), new OneTimeTokens(documents, house.House.Clock), house.House.Get<AccountLetters>(), house.House.Clock);
            await Record.ExceptionAsync(() => dying.FinishAsync(link, default));
            if (!crash.Happened)
                break;

            Assert.Single(new[] { await house.SignInAsync(), await house.SignInAsync(Next) }, answer => answer.Status == 200 && answer.Text("userId") == joined.Text("userId"));
            await house.House.AnswerAsync(house.House.Function<PostEmailFinish>().RunAsync(Request("POST", "auth/email/finish", body: new { token = link }), default));
            Assert.Equal(joined.Text("userId"), (await house.SignInAsync(Next)).Text("userId"));
            house.House.Clock.Advance(EmailPointer.Grace + TimeSpan.FromSeconds(1));
            Assert.NotEqual(joined.Text("userId"), (await house.JoinAsync()).Text("userId"));
            Assert.InRange(call, 1, 30);
        }
    }

    private List<string> LettersTo(string email) => [.. _house.House.Letters.Where(letter => letter.Contains($"To: {email}\n", StringComparison.Ordinal))];

    private Task<Answer> BeginAsync(string key, string email, string password = Password) =>
        _house.House.AnswerAsync(_house.House.Function<PostEmail>().RunAsync(Request("POST", "auth/email", key, new { email, password }), default));

    private Task<Answer> FinishAsync(string token) => _house.House.AnswerAsync(_house.House.Function<PostEmailFinish>().RunAsync(Request("POST", "auth/email/finish", body: new { token }), default));
}
