using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Accounts.Passkeys;

/// <summary>What <c>navigator.credentials.create</c> is asked with: <c>PublicKeyCredentialCreationOptionsJSON</c> of WebAuthn. Bytes are base64url.</summary>
public sealed record PasskeyCreation(
    string Challenge, PasskeyParty Rp, PasskeyUser User, IReadOnlyList<PasskeyAlgorithm> PubKeyCredParams, double Timeout, IReadOnlyList<PasskeyReference> ExcludeCredentials, PasskeySelection AuthenticatorSelection, string Attestation);

/// <summary>The site.</summary>
public sealed record PasskeyParty(string Id, string Name);

/// <summary>Whose passkey it will be; <paramref name="Id"/> comes back when they sign in.</summary>
public sealed record PasskeyUser(string Id, string Name, string DisplayName);

/// <summary>An algorithm that is taken, by its number in COSE.</summary>
public sealed record PasskeyAlgorithm(string Type, int Alg);

/// <summary>A passkey by its id.</summary>
public sealed record PasskeyReference(string Type, string Id);

/// <summary>What the authenticator must do.</summary>
public sealed record PasskeySelection(string ResidentKey, bool RequireResidentKey, string UserVerification);

/// <summary>What <c>navigator.credentials.get</c> is asked with: <c>PublicKeyCredentialRequestOptionsJSON</c> of WebAuthn.</summary>
public sealed record PasskeyRequest(string Challenge, string RpId, double Timeout, string UserVerification);

/// <summary>What <c>create</c> answers: <c>RegistrationResponseJSON</c> of WebAuthn, as far as it matters.</summary>
public sealed record PasskeyAttestation(string? Id, string? Type, PasskeyAttestationResponse? Response);

/// <summary>Its inner part.</summary>
public sealed record PasskeyAttestationResponse([property: JsonPropertyName("clientDataJSON")] string? ClientData, string? AttestationObject);

/// <summary>What <c>get</c> answers: <c>AuthenticationResponseJSON</c> of WebAuthn, as far as it matters.</summary>
public sealed record PasskeyAssertion(string? Id, string? Type, PasskeyAssertionResponse? Response);

/// <summary>Its inner part.</summary>
public sealed record PasskeyAssertionResponse([property: JsonPropertyName("clientDataJSON")] string? ClientData, string? AuthenticatorData, string? Signature, string? UserHandle);
