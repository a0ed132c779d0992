using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Identity.Issuers;

/// <summary>An OpenID Connect issuer that is trusted: the first is <c>Accounts:Issuers:0</c>, the next one 1, and so on.</summary>
public sealed record IssuerOptions
{
    public const string Section = "Accounts__Issuers__0";

    /// <summary>Below it lies <c>.well-known/openid-configuration</c>; https, or http on this machine itself.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What tokens that are meant for this installation have in <c>aud</c>.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim in which the issuer names roles; empty when it has no say in them.</summary>
    public string RoleClaim { get; init; } = "";

    /// <summary>The role of whoever comes from there, unless the claim names a higher one.</summary>
    public Role DefaultRole { get; init; } = Role.Viewer;

    /// <exception cref="InvalidOperationException">It can't be meant; the message names the setting.</exception>
    public IssuerOptions Validated(int index) =>
        !Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? throw new InvalidOperationException($"Accounts:Issuers:{index}:Authority must be an https address.")
        : string.IsNullOrWhiteSpace(Audience)
            ? throw new InvalidOperationException($"Accounts:Issuers:{index}:Audience must be what its tokens for this installation have in aud.")
        : !Enum.IsDefined(DefaultRole) || DefaultRole > Role.Creator
            ? throw new InvalidOperationException($"Accounts:Issuers:{index}:DefaultRole must be viewer or creator.")
        : this;
}
