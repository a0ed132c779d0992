namespace StreamPlatform.Media.Sources;

/// <summary>Which bytes of a file a use of it reads. Times are seconds from the start of the source.</summary>
internal interface ISourceIndex
{
    /// <summary>The packets' times, sizes and flags can be had without their bytes.</summary>
    bool TellsPackets { get; }

    /// <summary>What of the first packets is looked at, and the last ones, can be read with <see cref="Ending"/> alone.</summary>
    bool TellsEnds { get; }

    /// <summary>How long the container says it is; NaN or 0 when it doesn't.</summary>
    double ClaimedSeconds { get; }

    /// <summary>What every use reads first.</summary>
    IEnumerable<ByteRange> Opening();

    /// <summary>What a look at both ends reads beyond the opening: the last packets of each track, and the first if no table tells them.</summary>
    IEnumerable<ByteRange> Ending();

    /// <summary>What decoding pictures between two moments reads.</summary>
    IEnumerable<ByteRange> Video(double from, double to);

    /// <summary>What decoding sound between two moments reads.</summary>
    IEnumerable<ByteRange> Audio(double from, double to);
}
