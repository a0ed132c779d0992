using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// How tokens are written: <c>{key id}.{claims}.{mac}</c>, the last two in base64url. The claims are a JSON array, whose first
/// item is the version; the MAC is of all that is before its dot.
/// </summary>
internal static class SessionTokenForm
{
    public const int MaxLength = 2048;
    public const byte Dot = (byte)'.';

    private const int Version = 1;

    public static string Write(SessionKey key, SessionClaims claims)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json))
        {
            Write(writer, claims);
        }

        var signed = $"{Encoding.ASCII.GetString(key.Id)}.{Base64Url.EncodeToString(json.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Signing, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The claims; null when the key hasn't signed them.</summary>
    public static SessionClaims? Read(SessionKey key, ReadOnlySpan<byte> token)
    {
        var last = token.LastIndexOf(Dot);
        if (last <= key.Id.Length)
        {
            return null;
        }

        Span<byte> mac = stackalloc byte[SHA256.HashSizeInBytes], told = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Signing, token[..last], mac);
        if (!IsMac(token[(last + 1)..], told) || !CryptographicOperations.FixedTimeEquals(mac, told))
        {
            return null;
        }

        // What we have signed we have written, though perhaps by a newer release.
        Span<byte> json = stackalloc byte[MaxLength];
        Base64Url.DecodeFromUtf8(token[(key.Id.Length + 1)..last], json, out _, out var length);
        var reader = new Utf8JsonReader(json[..length]);
        return Read(ref reader);
    }

    private static bool IsMac(ReadOnlySpan<byte> text, Span<byte> mac) =>
        Base64Url.GetEncodedLength(mac.Length) == text.Length
        && Base64Url.DecodeFromUtf8(text, mac, out _, out var length) == OperationStatus.Done
        && length == mac.Length;

    private static void Write(Utf8JsonWriter json, SessionClaims claims)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Version);
        json.WriteStringValue(claims.SessionId);
        json.WriteStringValue(claims.AssetId);
        json.WriteStringValue(claims.PlaybackId);
        json.WriteStringValue(claims.OwnerId);
        json.WriteStringValue(claims.ChannelId);
        json.WriteNumberValue(claims.DurationSeconds ?? 0);
        json.WriteNumberValue(claims.StartedAt.ToUnixTimeMilliseconds());
        json.WriteNumberValue(claims.Viewer);
        json.WriteStringValue(claims.Country);
        json.WriteNumberValue((int)claims.Device);
        json.WriteNumberValue((int)claims.Source);
        json.WriteNumberValue((int)claims.Suspicions);
        json.WriteNumberValue(claims.Bucket);
        json.WriteEndArray();
    }

    private static SessionClaims? Read(ref Utf8JsonReader json)
    {
        json.Read();
        json.Read();
        if (json.GetInt32() != Version)
        {
            return null;
        }

        var claims = new SessionClaims
        {
            SessionId = Text(ref json)!,
            AssetId = Text(ref json)!,
            PlaybackId = Text(ref json)!,
            OwnerId = Text(ref json)!,
            ChannelId = Text(ref json),
            DurationSeconds = Next(ref json).GetDouble() is > 0 and var seconds ? seconds : null,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(Next(ref json).GetInt64()),
            Viewer = Next(ref json).GetUInt64(),
            Country = Text(ref json)!,
            Device = (DeviceKind)Next(ref json).GetInt32(),
            Source = (TrafficSource)Next(ref json).GetInt32(),
            Suspicions = (Suspicions)Next(ref json).GetInt32(),
            Bucket = Next(ref json).GetInt32(),
        };
        return claims;
    }

    private static string? Text(ref Utf8JsonReader json) => Next(ref json).GetString();

    private static ref Utf8JsonReader Next(ref Utf8JsonReader json)
    {
        json.Read();
        return ref json;
    }
}
