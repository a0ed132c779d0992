namespace StreamPlatform.Domain.Accounts.Passkeys;

/// <summary>The ceremonies of WebAuthn, as the relying party. State is kept by the caller from one step to the next, and shown to nobody.</summary>
public interface IPasskeys
{
    /// <param name="known">Credential ids that the user has: an authenticator with one of them makes no other.</param>
    (PasskeyCreation Options, string State) BeginRegistration(string userId, string name, IReadOnlyList<string> known);

    /// <summary>The credential's id (base64url), COSE key and counter; null when the answer doesn't hold.</summary>
    Task<(string CredentialId, byte[] PublicKey, uint Counter)?> FinishRegistrationAsync(string state, PasskeyAttestation answer, CancellationToken ct);

    (PasskeyRequest Options, string State) BeginSignIn();

    /// <summary>The user whom the answer names; nothing of it is proven.</summary>
    string? UserOf(PasskeyAssertion answer);

    /// <summary>The new counter; null when the answer doesn't hold.</summary>
    Task<uint?> FinishSignInAsync(string state, PasskeyAssertion answer, Passkey passkey, CancellationToken ct);
}
