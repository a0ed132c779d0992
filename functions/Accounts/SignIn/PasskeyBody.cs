using StreamPlatform.Domain.Accounts.Passkeys;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record PasskeyBody(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt)
{
    public static PasskeyBody From(Passkey passkey) => new(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.UsedAt);
}

/// <summary>What to give to <c>PublicKeyCredential.parseCreationOptionsFromJSON</c>; the ceremony goes back with the authenticator's answer, within five minutes.</summary>
public sealed record BegunPasskeyBody(string Ceremony, PasskeyCreation Options);

/// <summary>What to give to <c>PublicKeyCredential.parseRequestOptionsFromJSON</c>; the ceremony goes back with the authenticator's answer, within five minutes.</summary>
public sealed record BegunPasskeySignInBody(string Ceremony, PasskeyRequest Options);

/// <summary>Body of <c>POST /auth/passkeys/finish</c>.</summary>
public sealed record FinishPasskeyBody(string? Ceremony, string? Name, PasskeyAttestation? Credential);

/// <summary>Body of <c>POST /auth/passkeys/sign-in/finish</c>.</summary>
public sealed record FinishPasskeySignInBody(string? Ceremony, PasskeyAssertion? Credential);
