namespace StreamPlatform.Live.Rtmp;

/// <summary>A command (RTMP 1.0, 7.2): its name, what its answer refers to, and what follows.</summary>
internal sealed record RtmpCommand(string Name, double Transaction, IReadOnlyList<object?> Arguments)
{
    /// <exception cref="RtmpException">It is no command.</exception>
    public static RtmpCommand Read(ReadOnlySpan<byte> body)
    {
        var reader = new Amf0Reader(body);
        if (reader.Value() is not string name) throw RtmpException.Malformed("A command has no name.");
        var transaction = reader.IsAtEnd ? 0 : reader.Value() as double? ?? 0;
        var arguments = new List<object?>();
        while (!reader.IsAtEnd)
            arguments.Add(reader.Value());
        return new RtmpCommand(name, transaction, arguments);
    }

    /// <summary>The argument of this place, after the command object at 0, if it is a text; else null.</summary>
    public string? Text(int index) => index < Arguments.Count ? Arguments[index] as string : null;
}
