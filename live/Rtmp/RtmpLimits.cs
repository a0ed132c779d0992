namespace StreamPlatform.Live.Rtmp;

/// <summary>What a connection may make us wait for, hold or work on before anybody has shown a key, and after.</summary>
internal static class RtmpLimits
{
    /// <summary>From the connection's first byte to a stream key that was let in.</summary>
    public static readonly TimeSpan UntilPublished = TimeSpan.FromSeconds(10);

    /// <summary>How long writing an answer may take.</summary>
    public static readonly TimeSpan Write = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of a message. A key frame of 1080p at 10 Mbps is a tenth of it.</summary>
    public const int MessageBytes = 4 << 20;

    /// <summary>Bytes of a message before a key was let in: commands are a few hundred.</summary>
    public const int MessageBytesBefore = 16 << 10;

    /// <summary>Messages before a key was let in.</summary>
    public const int MessagesBefore = 64;

    /// <summary>Bytes of all messages that are only partly there.</summary>
    public const int PartialBytes = 2 * MessageBytes;

    /// <summary>Chunk streams that are told apart at once; encoders use four to six.</summary>
    public const int ChunkStreams = 16;

    /// <summary>Largest chunk size that is taken (RTMP 1.0, 5.4.1); nothing is reserved for it.</summary>
    public const int ChunkBytes = 0xFFFFFF;

    /// <summary>Levels of objects in objects.</summary>
    public const int AmfDepth = 8;

    /// <summary>Values in a message, at every level together.</summary>
    public const int AmfValues = 512;

    /// <summary>Bytes of a string or a name.</summary>
    public const int AmfStringBytes = 4096;

    /// <summary>Bytes after which the peer wants to hear of them, as we ask for and announce.</summary>
    public const int WindowBytes = 2_500_000;

    /// <summary>Chunk size of what we write.</summary>
    public const int OurChunkBytes = 4096;
}
