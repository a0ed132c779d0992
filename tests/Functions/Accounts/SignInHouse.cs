using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>The installation as an issuer, and somebody who signs up there.</summary>
internal sealed partial class SignInHouse(params (string Key, string Value)[] settings) : IAsyncDisposable
{
    public const string Ada = "ada@example.com", Password = "seven purple walruses";

    public FunctionsHouse House { get; } = new([.. settings, .. settings.Any(setting => setting.Key == "Accounts:BuiltInIssuer") ? Array.Empty<(string, string)>() : [("Accounts:BuiltInIssuer", "true")]]);

    public Task<Answer> SignUpAsync(string? email = Ada) => House.AnswerAsync(House.Function<PostSignUp>().RunAsync(Request("POST", "auth/sign-up", body: new { email }), default));

    public Task<Answer> FinishAsync(string? token, string? password = Password) =>
        House.AnswerAsync(House.Function<PostSignUpFinish>().RunAsync(Request("POST", "auth/sign-up/finish", body: new { token, password }), default));

    public Task<Answer> SignInAsync(string? email = Ada, string? password = Password, string? code = null) => House.AnswerAsync(House.Function<PostSignIn>().RunAsync(Agent(Request("POST", "auth/sign-in", body: new { email, password, code })), default));

    public Task<Answer> RefreshAsync(string? refreshToken) => House.AnswerAsync(House.Function<PostRefresh>().RunAsync(Request("POST", "auth/refresh", body: new { refreshToken }), default));

    public Task<Answer> SignOutAsync(string? refreshToken) => House.AnswerAsync(House.Function<PostSignOut>().RunAsync(Request("POST", "auth/sign-out", body: new { refreshToken }), default));

    public Task<Answer> SignOutEverywhereAsync(string key) => House.AnswerAsync(House.Function<PostSignOutEverywhere>().RunAsync(Request("POST", "auth/sign-out-everywhere", key), default));

    public Task<Answer> ResetAsync(string? email = Ada) => House.AnswerAsync(House.Function<PostPasswordReset>().RunAsync(Request("POST", "auth/password-reset", body: new { email }), default));

    public Task<Answer> FinishResetAsync(string? token, string? password) =>
        House.AnswerAsync(House.Function<PostPasswordResetFinish>().RunAsync(Request("POST", "auth/password-reset/finish", body: new { token, password }), default));

    public Task<Answer> ChangeAsync(string key, string? currentPassword, string? newPassword) =>
        House.AnswerAsync(House.Function<PostPassword>().RunAsync(Request("POST", "auth/password", key, new { currentPassword, newPassword }), default));

    public Task<Answer> AccountAsync(string? key) => House.AnswerAsync(House.Function<GetAccount>().RunAsync(Request("GET", "account", key), default));

    public Task<Answer> SessionsAsync(string key) => House.AnswerAsync(House.Function<GetSessions>().RunAsync(Request("GET", "auth/sessions", key), default));

    /// <summary>Signs up and is signed in.</summary>
    public async Task<Answer> JoinAsync(string email = Ada)
    {
        Assert.Equal(202, (await SignUpAsync(email)).Status);
        var answer = await FinishAsync(TokenTo(email));
        Assert.Equal(201, answer.Status);
        return answer;
    }

    /// <summary>The token of the one letter with a link that went to the address since the clock was last moved.</summary>
    public string TokenTo(string email) => Link().Match(House.Letters.Last(letter => letter.Contains($"To: {email}\n", StringComparison.Ordinal) && Link().IsMatch(letter))).Groups[1].Value;

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private static HttpRequest Agent(HttpRequest request)
    {
        request.Headers.UserAgent = "Walrus/1.0";
        return request;
    }

    [GeneratedRegex("#(once_[0-9a-z]{26})")]
    private static partial Regex Link();
}
