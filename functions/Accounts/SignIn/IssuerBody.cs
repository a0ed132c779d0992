using System.Text.Json.Serialization;
using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>What OpenID Connect Discovery 1.0 calls metadata, as far as those need it who check access tokens.</summary>
public sealed record IssuerBody(
    string Issuer,
    [property: JsonPropertyName("jwks_uri")] string KeysUri,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
    [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms);

/// <summary>A JSON Web Key Set (RFC 7517).</summary>
public sealed record IssuerKeysBody(IReadOnlyList<PublicKey> Keys);
