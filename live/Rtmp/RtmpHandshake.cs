using System.IO.Pipelines;
using System.Security.Cryptography;

namespace StreamPlatform.Live.Rtmp;

/// <summary>The server's side of the handshake (RTMP 1.0, 5.2), in its simple form: encoders ask for no digest.</summary>
internal static class RtmpHandshake
{
    private const byte Version = 3;

    private const int Length = 1536;

    /// <exception cref="RtmpException">The peer speaks something else, or another version.</exception>
    /// <exception cref="EndOfStreamException">It has closed.</exception>
    public static async Task AcceptAsync(WireReader reader, PipeWriter writer, CancellationToken ct)
    {
        var hello = new byte[1 + Length];
        await reader.ReadAsync(hello.AsMemory(0, 1), ct);
        if (hello[0] != Version) throw RtmpException.Malformed($"The peer speaks version {hello[0]}, not RTMP 3.");
        await reader.ReadAsync(hello.AsMemory(1), ct);

        var ours = new byte[Length];
        RandomNumberGenerator.Fill(ours.AsSpan(8));
        var answer = new byte[1 + Length + Length];
        answer[0] = Version;
        ours.CopyTo(answer.AsSpan(1));
        // The echo: its time, the time we read it (both as 0 is allowed to be), its bytes.
        hello.AsSpan(1).CopyTo(answer.AsSpan(1 + Length));
        await writer.WriteAsync(answer, ct);

        // What it echoes is not compared: it proves nothing, and old encoders get it wrong.
        await reader.ReadAsync(hello.AsMemory(1), ct);
    }
}
