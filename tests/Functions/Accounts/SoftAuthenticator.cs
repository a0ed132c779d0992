using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>An authenticator in software: one ES256 key, attestation "none", as the platform authenticators of phones answer.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 1, Verified = 4, HasKey = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string CredentialId { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
    public string Origin { get; set; } = "http://localhost:7071";
    public string Site { get; set; } = "localhost";
    public bool VerifiesUser { get; set; } = true;
    public uint Counter { get; set; }
    public string UserHandle { get; set; } = "";

    public object Create(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        var id = Base64Url.DecodeFromChars(CredentialId);
        byte[] data = [.. Data(HasKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return new
        {
            id = CredentialId,
            type = "public-key",
            response = new { clientDataJSON = Base64Url.EncodeToString(Client("webauthn.create", options)), attestationObject = Base64Url.EncodeToString(attestation) },
        };
    }

    public object Get(JsonElement options)
    {
        Counter++;
        var (data, client) = (Data(0), Client("webauthn.get", options));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new
        {
            id = CredentialId,
            type = "public-key",
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(client),
                authenticatorData = Base64Url.EncodeToString(data),
                signature = Base64Url.EncodeToString(signature),
                userHandle = UserHandle,
            },
        };
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site)), (byte)(flags | Present | (VerifiesUser ? Verified : 0)), .. counter];
    }

    private byte[] Client(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });
}
