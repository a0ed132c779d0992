using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Identity.Issuers;
using StreamPlatform.Identity.Mail;
using StreamPlatform.Identity.Passkeys;
using StreamPlatform.Identity.Passwords;
using StreamPlatform.Identity.Tokens;

namespace StreamPlatform.Identity;

/// <summary>Registers what tells people apart: the same in both runtimes.</summary>
public static class IdentityServices
{
    private const int MostIssuers = 16;

    /// <summary>Bytes of a metadata document or a key set; real ones have a few thousand.</summary>
    private const int LargestDocument = 256 * 1024;

    /// <param name="letters">Folder for letters where no mail server is named; null to take none then.</param>
    /// <exception cref="InvalidOperationException">A setting below <c>Accounts</c> or <c>Mail</c> can't be meant; the message names it.</exception>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration, string? letters = null)
    {
        var issuers = IssuersIn(configuration);
        var mail = (configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions()).Validated();
        if (mail.SmtpHost.Length == 0 && letters is null && configuration.GetSection(AccountOptions.Section).Get<AccountOptions>() is { BuiltInIssuer: true })
        {
            throw new InvalidOperationException("Accounts:BuiltInIssuer needs a mail server: set Mail:SmtpHost and Mail:From.");
        }

        services.Configure<PasswordHasherOptions>(options => options.IterationCount = SlowPasswords.Iterations);
        return services
            .AddMail(mail, letters)
            .AddSingleton<IPasswords, SlowPasswords>()
            .AddSingleton<ITotp, OtpCodes>()
            .AddSingleton<IPasskeys, WebAuthn>()
            .AddSingleton<AccessTokenRules>()
            .AddSingleton(provider => new BuiltInIssuer(
                provider.GetRequiredService<PlaybackOptions>().PublicUrl, provider.GetRequiredService<IAccessTokenKeys>(), provider.GetRequiredService<AccessTokenRules>()))
            .AddSingleton<IAccessTokenIssuer>(provider => provider.GetRequiredService<BuiltInIssuer>())
            .AddSingleton<IAccessTokens>(provider =>
            {
                var rules = provider.GetRequiredService<AccessTokenRules>();
                return new JwtAccessTokens(
                    provider.GetRequiredService<AccountOptions>().BuiltInIssuer ? provider.GetRequiredService<BuiltInIssuer>() : null,
                    [.. issuers.Select(issuer => Trust(issuer, rules, provider.GetRequiredService<TimeProvider>()))],
                    rules);
            });
    }

    /// <param name="letters">Folder of letters where no server takes them; null to take none then.</param>
    private static IServiceCollection AddMail(this IServiceCollection services, MailOptions options, string? letters) =>
        services.AddSingleton<IMailer>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            return options.SmtpHost.Length > 0 ? new SmtpMailer(options, clock)
                : letters is not null ? new FileMailer(letters, clock)
                : new NoMailer();
        });

    private static List<IssuerOptions> IssuersIn(IConfiguration configuration)
    {
        var named = configuration.GetSection("Accounts:Issuers").Get<List<IssuerOptions>>() ?? [];
        return named.Count <= MostIssuers
            ? [.. named.Index().Where(issuer => issuer.Item.Authority.Length > 0).Select(issuer => issuer.Item.Validated(issuer.Index))]
            : throw new InvalidOperationException($"Accounts:Issuers may name at most {MostIssuers} issuers.");
    }

    private static TrustedIssuer Trust(IssuerOptions issuer, AccessTokenRules rules, TimeProvider clock)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(5),
            MaxResponseContentBufferSize = LargestDocument,
        };
        var address = new Uri($"{issuer.Authority.TrimEnd('/')}/.well-known/openid-configuration");
        return new TrustedIssuer(issuer, new IssuerMetadata(address, http, clock), rules);
    }
}
