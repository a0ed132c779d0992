using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Identity;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class SignUpTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_proves_an_address_chooses_a_password_and_is_signed_in()
    {
        var joined = await _house.JoinAsync();
        var signedIn = await _house.SignInAsync(" ADA@example.com ");

        Assert.Equal((200, joined.Text("userId")), (signedIn.Status, signedIn.Text("userId")));
        var account = await _house.AccountAsync(signedIn.Text("accessToken"));
        Assert.Equal((200, joined.Text("userId")), (account.Status, account.Text("id")));
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_answered_as_one_that_has_none_and_only_its_mailbox_learns_it()
    {
        await _house.JoinAsync();

        var (known, unknown) = (await _house.SignUpAsync(), await _house.SignUpAsync("bob@example.com"));
        Assert.Equal((known.Status, known.Body.ToString()), (unknown.Status, unknown.Body.ToString()));
        (known, unknown) = (await _house.ResetAsync(), await _house.ResetAsync("carol@example.com"));
        Assert.Equal((known.Status, known.Body.ToString()), (unknown.Status, unknown.Body.ToString()));

        var subjects = _house.House.Letters.Select(letter => (letter.Split('\n')[1], letter.Split('\n')[2]));
        Assert.Equal(
            new[]
            {
                ("To: ada@example.com", "Subject: Finish signing up"), ("To: ada@example.com", "Subject: Reset your password"), ("To: ada@example.com", "Subject: You have an account already"),
                ("To: bob@example.com", "Subject: Finish signing up"), ("To: carol@example.com", "Subject: There is no account with this address"),
            },
            subjects.Order());
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ada@example")]
    [InlineData("@example.com")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example..com")]
    [InlineData("ada..b@example.com")]
    [InlineData("ada@example.com\r\nBcc: bob@example.com")]
    [InlineData("ada@example.com, bob@example.com")]
    [InlineData("\"ada\"@example.com")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("adä@example.com")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_letter_goes_to_one_plain_address_alone(string? email)
    {
        (await _house.SignUpAsync(email)).IsProblem(400, "account.email_invalid");
        (await _house.ResetAsync(email)).IsProblem(400, "account.email_invalid");
        Assert.Empty(_house.House.Letters);
    }

    [Theory]
    [InlineData("short 7", "account.password_too_short")]
    [InlineData(null, "account.password_too_short")]
    [InlineData("129", "account.password_too_long")]
    [InlineData("password", "account.password_too_weak")]
    [InlineData("Password1!", "account.password_too_weak")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", "account.password_too_weak")]
    [InlineData("qwertyuiop123", "account.password_too_weak")]
    [InlineData("ada@example.com", "account.password_too_weak")]
    [InlineData("2026-03-14", "account.password_too_weak")]
    [InlineData("streamplatform@localhost", "account.password_too_weak")]
    [InlineData("videos ada operator", "account.password_too_weak")]
    [InlineData("seven purple walruses", null)]
    [InlineData("  spaces  count 貓 ☃  ", null)]
    [InlineData("nouppercasenodigits quixotic", null)]
    [InlineData("128", null)]
    public async Task A_password_is_long_enough_and_hard_to_guess_and_of_any_characters(string? password, string? code)
    {
        password = int.TryParse(password, out var length) ? string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + (i * 37 % 90)))) : password;
        await _house.SignUpAsync();

        var answer = await _house.FinishAsync(_house.TokenTo(Ada), password);

        Assert.Equal(code, answer.Code);
        if (code is null)
            Assert.Equal(200, (await _house.SignInAsync(password: password)).Status);
    }

    [Fact]
    public async Task A_link_works_once_and_for_a_day_and_for_what_it_was_sent()
    {
        await _house.SignUpAsync();
        var token = _house.TokenTo(Ada);
        (await _house.FinishResetAsync(token, Password)).IsProblem(400, "auth.link_invalid");
        await _house.FinishAsync(token);
        (await _house.FinishAsync(token)).IsProblem(400, "auth.link_invalid");

        await _house.SignUpAsync("bob@example.com");
        token = _house.TokenTo("bob@example.com");
        _house.House.Clock.Advance(TimeSpan.FromHours(24));
        (await _house.FinishAsync(token)).IsProblem(400, "auth.link_invalid");
        (await _house.FinishAsync("once_0123456789abcdefghjkmnpqrs")).IsProblem(400, "auth.link_invalid");
        (await _house.FinishAsync(null)).IsProblem(400, "auth.link_invalid");
    }

    [Fact]
    public async Task Of_two_links_for_one_address_one_makes_the_account()
    {
        await _house.SignUpAsync();
        var first = _house.TokenTo(Ada);
        _house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await _house.SignUpAsync();

        var answers = await Task.WhenAll(_house.FinishAsync(first), _house.FinishAsync(_house.TokenTo(Ada), "another purple walrus"));

        Assert.Equal([201, 400], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_sign_up_that_died_half_way_does_not_keep_the_address_from_its_owner()
    {
        var address = EmailAddress.Parse(Ada).Value;
        await _house.House.Get<IDocuments>().WriteAsync(EmailPointer.Kind.Add(new EmailPointer { Hash = address.Hash, UserId = "user_0123456789abcdefghjkmnpqrs" }), default);

        await _house.JoinAsync();

        Assert.Equal(200, (await _house.SignInAsync()).Status);
    }

    [Fact]
    public async Task Nobody_floods_a_mailbox_through_us()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(202, (await _house.SignUpAsync()).Status);
        Assert.Equal(LetterBudget.MostAnHour, _house.House.Letters.Count);

        _house.House.Clock.Advance(TimeSpan.FromHours(1));
        await _house.ResetAsync();
        Assert.Equal(LetterBudget.MostAnHour + 1, _house.House.Letters.Count);
    }

    [Fact]
    public async Task Without_a_mail_server_that_takes_letters_it_is_said_so_whoever_asks()
    {
        await using var silent = new SignInHouse(("Mail:SmtpHost", "127.0.0.1"), ("Mail:SmtpPort", "1"), ("Mail:From", "videos@example.com"));

        (await silent.SignUpAsync()).IsProblem(503, "account.mail_unavailable");
        (await silent.ResetAsync()).IsProblem(503, "account.mail_unavailable");
    }

    [Fact]
    public void An_issuer_without_a_mail_server_stops_the_start() =>
        Assert.Contains("Mail:SmtpHost", Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddIdentity(
            new ConfigurationBuilder().AddInMemoryCollection([new("Accounts:BuiltInIssuer", "true")]).Build())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("NewUserRole", "operator")]
    [InlineData("AccessTokenMinutes", "0")]
    [InlineData("SessionIdleHours", "0")]
    [InlineData("SessionHours", "1")]
    public void A_setting_that_cannot_be_meant_stops_the_start_and_is_named(string setting, string value) =>
        Assert.Contains($"Accounts:{setting}", Assert.Throws<InvalidOperationException>(() => new FunctionsHouse(($"Accounts:{setting}", value))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Where_the_installation_is_no_issuer_nobody_signs_in_there()
    {
        await using var off = new SignInHouse(("Accounts:BuiltInIssuer", "false"));

        (await off.SignUpAsync()).IsProblem(404, "auth.no_sign_in");
        (await off.SignInAsync()).IsProblem(404, "auth.no_sign_in");
    }
}
