namespace StreamPlatform.Media.Sources;

/// <summary>Which bytes of a file a use of it reads. Times are seconds from the start of the source.</summary>
internal interface ISourceIndex
{
    /// <summary>The packets' times, sizes and flags can be had without their bytes.</summary>
    bool TellsPackets { get; }

    /// <summary>What every use reads first.</summary>
    IEnumerable<ByteRange> Opening();

    /// <summary>The last packets of each track.</summary>
    IEnumerable<ByteRange> Ending();

    /// <summary>What decoding pictures between two moments reads.</summary>
    IEnumerable<ByteRange> Video(double from, double to);

    /// <summary>What decoding sound between two moments reads.</summary>
    IEnumerable<ByteRange> Audio(double from, double to);
}
