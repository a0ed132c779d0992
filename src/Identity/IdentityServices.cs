using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Identity.Issuers;
using StreamPlatform.Identity.Tokens;

namespace StreamPlatform.Identity;

/// <summary>Registers what tells people apart: the same in both runtimes.</summary>
public static class IdentityServices
{
    private const int MostIssuers = 16;

    /// <summary>Bytes of a metadata document or a key set; real ones have a few thousand.</summary>
    private const int LargestDocument = 256 * 1024;

    /// <exception cref="InvalidOperationException">A setting below <c>Accounts</c> can't be meant; the message names it.</exception>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var issuers = IssuersIn(configuration);
        return services
            .AddSingleton<AccessTokenRules>()
            .AddSingleton<IAccessTokens>(provider =>
            {
                var rules = provider.GetRequiredService<AccessTokenRules>();
                return new JwtAccessTokens([.. issuers.Select(issuer => Trust(issuer, rules, provider.GetRequiredService<TimeProvider>()))], rules);
            });
    }

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
