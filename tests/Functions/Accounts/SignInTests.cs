using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();

    public Task InitializeAsync() => _house.JoinAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(Ada, "seven purple walrusses")]
    [InlineData(Ada, "")]
    [InlineData(Ada, null)]
    [InlineData("bob@example.com", Password)]
    [InlineData("no address", Password)]
    [InlineData(null, Password)]
    public async Task Whoever_does_not_get_in_does_not_learn_why(string? email, string? password)
    {
        var answer = await _house.SignInAsync(email, password);

        answer.IsProblem(401, "auth.sign_in_failed");
        Assert.Equal((await _house.SignInAsync(Ada, "wrong")).Body.ToString(), answer.Body.ToString());
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_as_much_work_as_a_wrong_password()
    {
        var counted = new CountedPasswords(_house.House.Get<IPasswords>());
        var signIn = new PasswordSignIn(_house.House.Get<People>(), counted, _house.House.Get<SecondFactor>(), _house.House.Get<SignInAttempts>(), _house.House.Get<Sessions>());

        await signIn.ExecuteAsync(Ada, "wrong", null, null, default);
        Assert.Equal(1, counted.Checks);
        await signIn.ExecuteAsync("bob@example.com", "wrong", null, null, default);
        Assert.Equal(2, counted.Checks);
    }

    [Theory]
    [InlineData(Ada)]
    [InlineData("bob@example.com")]
    public async Task After_five_wrong_tries_an_address_waits_longer_each_time_whether_anybody_has_it_or_not(string email)
    {
        for (var i = 0; i < SignInAttempts.FreeTries; i++)
            (await _house.SignInAsync(email, "wrong")).IsProblem(401, "auth.sign_in_failed");
        (await _house.SignInAsync(email)).IsProblem(429, "auth.too_many_tries");
        _house.House.Clock.Advance(TimeSpan.FromSeconds(29));
        (await _house.SignInAsync(email)).IsProblem(429, "auth.too_many_tries");
        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _house.SignInAsync(email, "wrong")).IsProblem(401, "auth.sign_in_failed");
        _house.House.Clock.Advance(TimeSpan.FromSeconds(59));
        (await _house.SignInAsync(email)).IsProblem(429, "auth.too_many_tries");
        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(email == Ada ? 200 : 401, (await _house.SignInAsync(email)).Status);
        Assert.Equal(email == Ada ? 401 : 429, (await _house.SignInAsync(email, "wrong")).Status);
    }

    [Fact]
    public void The_longest_wait_leaves_fewer_than_a_hundred_tries_an_hour()
    {
        Assert.Equal(SignInAttempts.FirstPause, SignInAttempts.PauseAfter(SignInAttempts.FreeTries));
        Assert.All(Enumerable.Range(10, 1000), count => Assert.Equal(SignInAttempts.LongestPause, SignInAttempts.PauseAfter(count)));
    }

    [Fact]
    public async Task Many_tries_at_once_are_as_many()
    {
        var counted = new CountedPasswords(_house.House.Get<IPasswords>());
        var signIn = new PasswordSignIn(_house.House.Get<People>(), counted, _house.House.Get<SecondFactor>(), _house.House.Get<SignInAttempts>(), _house.House.Get<Sessions>());

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => signIn.ExecuteAsync(Ada, "wrong", null, null, default))));

        Assert.InRange(counted.Checks, 1, SignInAttempts.FreeTries);
    }

    [Fact]
    public async Task A_password_that_was_hashed_more_weakly_is_hashed_anew_when_it_comes()
    {
        var people = _house.House.Get<People>();
        var user = (await people.FindAsync(EmailAddress.Parse(Ada).Value, default))!.Value;
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1 }));
        await people.RehashAsync((await people.CredentialsAsync(user.Id, default))!, weak.HashPassword(user, Password), default);

        Assert.Equal(200, (await _house.SignInAsync()).Status);

        var stored = (await people.CredentialsAsync(user.Id, default))!.Value.PasswordHash;
        Assert.Equal(PasswordCheck.Right, _house.House.Get<IPasswords>().Check(stored, Password));
    }

    [Fact]
    public async Task Whoever_was_turned_off_is_turned_away_at_once_and_a_role_counts_at_once()
    {
        var signedIn = await _house.SignInAsync();
        var users = _house.House.Get<Domain.Accounts.Users.Users>();
        var authenticate = _house.House.Get<Authenticate>();
        Assert.Equal(Role.Viewer, (await authenticate.ExecuteAsync(signedIn.Text("accessToken"), default)).Value.Role);

        await users.ChangeAsync(signedIn.Text("userId")!, user => user with { Role = Role.Moderator }, null, default);
        Assert.Equal(Role.Moderator, (await authenticate.ExecuteAsync(signedIn.Text("accessToken"), default)).Value.Role);

        await users.ChangeAsync(signedIn.Text("userId")!, user => user with { Disabled = true }, null, default);
        (await _house.AccountAsync(signedIn.Text("accessToken"))).IsProblem(403, "auth.disabled");
        (await _house.RefreshAsync(signedIn.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        (await _house.SignInAsync()).IsProblem(403, "auth.disabled");
        (await _house.SignInAsync(password: "wrong")).IsProblem(401, "auth.sign_in_failed");
    }

    private sealed class CountedPasswords(IPasswords passwords) : IPasswords
    {
        private int _checks;

        public int Checks => _checks;

        public string Hash(string password) => passwords.Hash(password);

        public PasswordCheck Check(string? hash, string password)
        {
            Interlocked.Increment(ref _checks);
            return passwords.Check(hash, password);
        }

        public int Strength(string password, IEnumerable<string> about) => passwords.Strength(password, about);
    }
}
