using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Archive;

/// <summary>
/// A batch as compressed JSON lines: <c>{"s":17,"r":{…}}</c>, sequence and record, or <c>{"s":18,"b":"…"}</c> with the bytes in base64 of what
/// is no JSON on one line.
/// </summary>
internal static class RawLines
{
    private static ReadOnlySpan<byte> Start => "{\"s\":"u8;
    private static ReadOnlySpan<byte> Record => ",\"r\":"u8;
    private static ReadOnlySpan<byte> Bytes => ",\"b\":\""u8;
    private static ReadOnlySpan<byte> BytesEnd => "\"}\n"u8;
    private static ReadOnlySpan<byte> RecordEnd => "}\n"u8;

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<HubMessage> messages)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Span<byte> number = stackalloc byte[20];
            foreach (var (sequence, body) in messages)
            {
                Utf8Formatter.TryFormat(sequence, number, out var digits);
                gzip.Write(Start);
                gzip.Write(number[..digits]);
                if (IsLine(body.Span))
                {
                    gzip.Write(Record);
                    gzip.Write(body.Span);
                    gzip.Write(RecordEnd);
                }
                else
                {
                    gzip.Write(Bytes);
                    WriteBase64(gzip, body.Span);
                    gzip.Write(BytesEnd);
                }
            }
        }

        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    /// <exception cref="InvalidDataException">They are no such lines, or more than <paramref name="maxBytes"/> of them.</exception>
    public static IReadOnlyList<HubMessage> Read(byte[] packed, long maxBytes)
    {
        var plain = Unpacked(packed, maxBytes);
        var messages = new List<HubMessage>();
        for (var at = 0; at < plain.Length;)
        {
            var length = plain.Span[at..].IndexOf((byte)'\n') + 1;
            if (length == 0)
            {
                throw new InvalidDataException("The last line breaks off.");
            }

            messages.Add(ReadLine(plain.Slice(at, length)));
            at += length;
        }

        return messages;
    }

    private static HubMessage ReadLine(ReadOnlyMemory<byte> line)
    {
        var text = line.Span;
        if (!text.StartsWith(Start) || !Utf8Parser.TryParse(text[Start.Length..], out long sequence, out var digits))
        {
            throw new InvalidDataException("A line doesn't begin with its sequence.");
        }

        var at = Start.Length + digits;
        return text[at..].StartsWith(Record) && text.EndsWith(RecordEnd) ? new HubMessage(sequence, line[(at + Record.Length)..^RecordEnd.Length])
            : text[at..].StartsWith(Bytes) && text.EndsWith(BytesEnd) ? new HubMessage(sequence, Base64(text[(at + Bytes.Length)..^BytesEnd.Length]))
            : throw new InvalidDataException("A line has no record.");
    }

    private static bool IsLine(ReadOnlySpan<byte> body) => body is [(byte)'{', .., (byte)'}'] && !body.ContainsAny((byte)'\n', (byte)'\r');

    private static void WriteBase64(Stream stream, ReadOnlySpan<byte> body)
    {
        var buffer = new byte[System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(body.Length)];
        System.Buffers.Text.Base64.EncodeToUtf8(body, buffer, out _, out var written);
        stream.Write(buffer.AsSpan(0, written));
    }

    private static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var buffer = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return System.Buffers.Text.Base64.DecodeFromUtf8(text, buffer, out _, out var written) == OperationStatus.Done
            ? buffer[..written]
            : throw new InvalidDataException("A line's bytes are no base64.");
    }

    private static ReadOnlyMemory<byte> Unpacked(byte[] packed, long maxBytes)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var plain = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = gzip.Read(buffer)) > 0)
        {
            plain.Write(buffer, 0, count);
            if (plain.Length > maxBytes)
            {
                throw new InvalidDataException("It is larger than any batch.");
            }
        }

        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }
}
