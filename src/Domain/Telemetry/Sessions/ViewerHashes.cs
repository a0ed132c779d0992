using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// What unique viewers are counted by: 64 bits that name nobody. Accounts and visitors who consented have the same
/// every day; who knows an account's id can make its bits, and nobody the id of the bits. Of anybody else it is a keyed hash of address and user agent that is another each day (UTC); the address itself is
/// kept nowhere.
/// </summary>
internal static class ViewerHashes
{
    /// <summary>The lowest bit says whether the viewer can be known again another day.</summary>
    private const ulong Lasting = 1;

    public static bool IsLasting(ulong viewer) => (viewer & Lasting) != 0;

    public static ulong OfAccount(string accountId) => First(SHA256.HashData(Encoding.UTF8.GetBytes($"account\n{accountId}"))) | Lasting;

    /// <param name="visitor">What the client made up at random.</param>
    public static ulong OfVisitor(string visitor) => First(SHA256.HashData(Encoding.UTF8.GetBytes($"visitor\n{visitor}"))) | Lasting;

    /// <param name="key">Secret.</param>
    public static ulong OfDay(ReadOnlySpan<byte> key, DateTimeOffset at, IPAddress? address, string? userAgent) =>
        First(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{at.UtcDateTime:yyyy-MM-dd}\n{PlaceOf(address)}\n{userAgent}"))) & ~Lasting;

    /// <summary>Of IPv6 the /64: devices change the rest of it several times a day.</summary>
    private static string PlaceOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static ulong First(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);
}
