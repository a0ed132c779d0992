using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>The built-in issuer.</summary>
internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(AccountOptions.Section).Get<AccountOptions>() ?? new AccountOptions()).Validated())
        .AddSingleton<SignInRequests>()
        .AddSingleton<People>()
        .AddSingleton<PasswordRules>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<OneTimeTokens>()
        .AddSingleton<AccountLetters>()
        .AddSingleton<Sessions>()
        .AddSingleton<SignUp>()
        .AddSingleton<ConfirmPassword>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<Passkeys>()
        .AddSingleton<PasswordSignIn>()
        .AddSingleton<PasswordReset>()
        .AddSingleton<PasswordChange>()
        .AddSingleton<EmailChange>();
}
