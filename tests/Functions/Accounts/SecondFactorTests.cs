using OtpNet;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private string _key = "", _secret = "";

    public async Task InitializeAsync() => _key = (await _house.JoinAsync()).Text("accessToken")!;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Once_a_code_was_confirmed_signing_in_takes_one_that_was_not_used()
    {
        await EnrolAsync();

        (await _house.SignInAsync()).IsProblem(401, "auth.second_factor_required");
        (await _house.SignInAsync(code: CodeAt(0))).IsProblem(401, "auth.second_factor_wrong");
        _house.House.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await _house.SignInAsync(code: CodeAt(0))).Status);
        (await _house.SignInAsync(code: CodeAt(0))).IsProblem(401, "auth.second_factor_wrong");
        (await _house.SignInAsync(code: CodeAt(-30))).IsProblem(401, "auth.second_factor_wrong");
        Assert.Equal(200, (await _house.SignInAsync(code: CodeAt(30))).Status);
        (await _house.SignInAsync(password: "wrong", code: CodeAt(60))).IsProblem(401, "auth.sign_in_failed");
    }

    [Fact]
    public async Task A_code_that_comes_twice_at_once_counts_once()
    {
        await EnrolAsync();
        _house.House.Clock.Advance(TimeSpan.FromSeconds(30));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _house.SignInAsync(code: CodeAt(0)))));

        Assert.Single(answers, answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var codes = (await EnrolAsync()).Body.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!).ToList();
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Distinct().Count());

        Assert.Equal(10, (await StateAsync()).Body.GetProperty("recoveryCodesLeft").GetInt32());
        Assert.Equal(200, (await _house.SignInAsync(code: codes[3])).Status);
        Assert.Equal(9, (await StateAsync()).Body.GetProperty("recoveryCodesLeft").GetInt32());
        (await _house.SignInAsync(code: codes[3])).IsProblem(401, "auth.second_factor_wrong");
        Assert.Equal(200, (await _house.SignInAsync(code: codes[4])).Status);

        var stored = string.Concat(_house.House.StoredFiles().Select(System.Text.Encoding.Latin1.GetString));
        Assert.All(codes, code => Assert.DoesNotContain(code, stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_make_the_address_wait_like_wrong_passwords()
    {
        await EnrolAsync();
        for (var i = 0; i < SignInAttempts.FreeTries; i++)
            (await _house.SignInAsync(code: "000000")).IsProblem(401, "auth.second_factor_wrong");

        _house.House.Clock.Advance(TimeSpan.FromSeconds(29));
        (await _house.SignInAsync(code: CodeAt(0))).IsProblem(429, "auth.too_many_tries");
    }

    [Fact]
    public async Task It_is_set_up_and_taken_away_by_who_has_what_it_takes()
    {
        (await TotpAsync("wrong")).IsProblem(403, "account.password_wrong");
        (await ConfirmAsync("000000")).IsProblem(409, "account.second_factor_not_begun");
        _secret = (await TotpAsync(Password)).Text("secret")!;
        (await ConfirmAsync("12")).IsProblem(401, "auth.second_factor_wrong");
        Assert.False((await StateAsync()).Body.GetProperty("active").GetBoolean());
        Assert.Equal(200, (await _house.SignInAsync()).Status);
        Assert.Equal(200, (await ConfirmAsync(CodeAt(0))).Status);
        (await TotpAsync(Password)).IsProblem(409, "account.second_factor_there");
        Assert.True((await StateAsync()).Body.GetProperty("active").GetBoolean());

        (await EndAsync(Password, null)).IsProblem(401, "auth.second_factor_required");
        (await EndAsync("wrong", CodeAt(30))).IsProblem(403, "account.password_wrong");
        Assert.Equal(204, (await EndAsync(Password, CodeAt(30))).Status);
        Assert.False((await StateAsync()).Body.TryGetProperty("recoveryCodesLeft", out _));
        Assert.Equal(200, (await _house.SignInAsync()).Status);
        Assert.Equal(2, _house.House.Letters.Count(letter => letter.Contains("second factor", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_app_reads_what_it_needs_from_the_address()
    {
        var enrolment = await TotpAsync(Password);

        var address = new Uri(enrolment.Text("address")!);
        Assert.Equal(("otpauth", "totp"), (address.Scheme, address.Host));
        Assert.Equal("/localhost:ada@example.com", Uri.UnescapeDataString(address.AbsolutePath));
        Assert.Contains($"secret={enrolment.Text("secret")}", address.Query, StringComparison.Ordinal);
        Assert.Equal(20, Base32Encoding.ToBytes(enrolment.Text("secret")).Length);
    }

    private string CodeAt(int seconds) => new Totp(Base32Encoding.ToBytes(_secret)).ComputeTotp(_house.House.Clock.GetUtcNow().AddSeconds(seconds).UtcDateTime);

    private async Task<Answer> EnrolAsync()
    {
        _secret = (await TotpAsync(Password)).Text("secret")!;
        return await ConfirmAsync(CodeAt(0));
    }

    private Task<Answer> StateAsync() => _house.House.AnswerAsync(_house.House.Function<GetTotp>().RunAsync(Request("GET", "auth/totp", _key), default));

    private Task<Answer> TotpAsync(string password) => _house.House.AnswerAsync(_house.House.Function<PostTotp>().RunAsync(Request("POST", "auth/totp", _key, new { password }), default));

    private Task<Answer> ConfirmAsync(string code) => _house.House.AnswerAsync(_house.House.Function<PostTotpConfirm>().RunAsync(Request("POST", "auth/totp/confirm", _key, new { code }), default));

    private Task<Answer> EndAsync(string password, string? code) =>
        _house.House.AnswerAsync(_house.House.Function<PostTotpEnd>().RunAsync(Request("POST", "auth/totp/end", _key, new { password, code }), default));
}
