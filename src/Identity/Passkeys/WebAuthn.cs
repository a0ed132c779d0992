using System.Buffers.Text;
using System.Text;
using Fido2NetLib;
using Fido2NetLib.Objects;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Identity.Passkeys;

/// <summary>WebAuthn by the Fido2 library. No attestation is asked for: whose make an authenticator is does not matter. User verification always is.</summary>
internal sealed class WebAuthn : IPasskeys
{
    private const string Required = "required";
    private const string Type = "public-key";

    /// <summary>Characters of any part of an answer; real ones have hundreds.</summary>
    private const int LongestPart = 16 * 1024;

    private readonly Fido2 _fido;

    public WebAuthn(PlaybackOptions options)
    {
        var site = new Uri(options.PublicUrl);
        _fido = new Fido2(new Fido2Configuration
        {
            RPID = site.Host,
            RPName = site.Host,
            Origins = new HashSet<string> { site.GetLeftPart(UriPartial.Authority) },
        });
    }

    public (PasskeyCreation Options, string State) BeginRegistration(string userId, string name, IReadOnlyList<string> known)
    {
        var asked = _fido.RequestNewCredential(new RequestNewCredentialParams
        {
            User = new Fido2User { Id = Encoding.ASCII.GetBytes(userId), Name = name, DisplayName = name },
            ExcludeCredentials = [.. known.Select(id => new PublicKeyCredentialDescriptor(Base64Url.DecodeFromChars(id)))],
            AuthenticatorSelection = new AuthenticatorSelection { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required },
            AttestationPreference = AttestationConveyancePreference.None,
        });
        var options = new PasskeyCreation(
            Encode(asked.Challenge),
            new PasskeyParty(asked.Rp.Id, asked.Rp.Name),
            new PasskeyUser(Encode(asked.User.Id), name, name),
            [.. asked.PubKeyCredParams.Select(algorithm => new PasskeyAlgorithm(Type, (int)algorithm.Alg))],
            asked.Timeout,
            [.. known.Select(id => new PasskeyReference(Type, id))],
            new PasskeySelection(Required, RequireResidentKey: true, Required),
            "none");
        return (options, asked.ToJson());
    }

    public async Task<(string CredentialId, byte[] PublicKey, uint Counter)?> FinishRegistrationAsync(string state, PasskeyAttestation answer, CancellationToken ct)
    {
        if (Decode(answer.Id) is not { } id || Decode(answer.Response?.ClientData) is not { } client || Decode(answer.Response?.AttestationObject) is not { } attestation)
        {
            return null;
        }

        try
        {
            var made = await _fido.MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = new AuthenticatorAttestationRawResponse
                    {
                        Id = answer.Id!,
                        RawId = id,
                        Type = PublicKeyCredentialType.PublicKey,
                        Response = new AuthenticatorAttestationRawResponse.AttestationResponse { ClientDataJson = client, AttestationObject = attestation },
                    },
                    OriginalOptions = CredentialCreateOptions.FromJson(state),

                    // Passkeys are found by user and id: another user's of the same id is no other's door.
                    IsCredentialIdUniqueToUserCallback = (_, _) => Task.FromResult(true),
                },
                ct);
            return (Encode(made.Id), made.PublicKey, made.SignCount);
        }
        catch (Exception e) when (IsInvalid(e))
        {
            return null;
        }
    }

    public (PasskeyRequest Options, string State) BeginSignIn()
    {
        var asked = _fido.GetAssertionOptions(new GetAssertionOptionsParams { AllowedCredentials = [], UserVerification = UserVerificationRequirement.Required });
        return (new PasskeyRequest(Encode(asked.Challenge), asked.RpId!, asked.Timeout, Required), asked.ToJson());
    }

    public string? UserOf(PasskeyAssertion answer) => Decode(answer.Response?.UserHandle) is { Length: > 0 } handle ? Encoding.ASCII.GetString(handle) : null;

    public async Task<uint?> FinishSignInAsync(string state, PasskeyAssertion answer, Passkey passkey, CancellationToken ct)
    {
        if (Decode(answer.Id) is not { } id || Decode(answer.Response?.ClientData) is not { } client || Decode(answer.Response?.AuthenticatorData) is not { } data
            || Decode(answer.Response?.Signature) is not { } signature || Decode(answer.Response?.UserHandle) is not { } handle)
        {
            return null;
        }

        try
        {
            var checkedAnswer = await _fido.MakeAssertionAsync(
                new MakeAssertionParams
                {
                    AssertionResponse = new AuthenticatorAssertionRawResponse
                    {
                        Id = answer.Id!,
                        RawId = id,
                        Type = PublicKeyCredentialType.PublicKey,
                        Response = new AuthenticatorAssertionRawResponse.AssertionResponse { ClientDataJson = client, AuthenticatorData = data, Signature = signature, UserHandle = handle },
                    },
                    OriginalOptions = AssertionOptions.FromJson(state),
                    StoredPublicKey = passkey.PublicKey,
                    StoredSignatureCounter = passkey.Counter,
                    IsUserHandleOwnerOfCredentialIdCallback = (owner, _) => Task.FromResult(
                        Encoding.ASCII.GetString(owner.UserHandle) == passkey.UserId && Encode(owner.CredentialId) == passkey.CredentialId),
                },
                ct);
            return checkedAnswer.SignCount;
        }
        catch (Exception e) when (IsInvalid(e))
        {
            return null;
        }
    }

    /// <summary>What the library throws at answers that don't hold, and its readers of CBOR, JSON and keys at nonsense.</summary>
    private static bool IsInvalid(Exception e) =>
        e is Fido2VerificationException or FormatException or ArgumentException or InvalidOperationException or System.Text.Json.JsonException
            or System.Security.Cryptography.CryptographicException or OverflowException or KeyNotFoundException or InvalidCastException or IndexOutOfRangeException
        || e.GetType().Name.StartsWith("Cbor", StringComparison.Ordinal);

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decode(string? text) =>
        text is { Length: > 0 and <= LongestPart } && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
