using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// Matrix and primaries of an SDR source, by zimg's names. Untagged pictures of standard definition are taken to have BT.601's
/// matrix, others BT.709's, as players do; and BT.709's primaries, since what leaves out tags was made by a computer, and a
/// wrong guess shifts saturated colours. All SDR transfers are taken for BT.709's: that is how they are shown.
/// </summary>
internal sealed record SourceColours(string Matrix, string Primaries)
{
    private const string Standard = "bt709";

    /// <summary>The larger of the sizes of 525 and 625 lines.</summary>
    private const int StandardDefinitionLines = 576, StandardDefinitionColumns = 1024;

    private static readonly string[] Matrices = [Standard, "fcc", "bt470bg", "smpte170m", "smpte240m", "ycgco", "bt2020nc"];
    private static readonly string[] AllPrimaries = [Standard, "bt470m", "bt470bg", "smpte170m", "smpte240m", "film", "bt2020", "smpte431", "smpte432"];

    public bool AreStandard => this is { Matrix: Standard, Primaries: Standard };

    public static SourceColours Of(VideoTrack video)
    {
        var lines = Math.Min(video.CodedWidth, video.CodedHeight);
        var isSmall = lines <= StandardDefinitionLines && Math.Max(video.CodedWidth, video.CodedHeight) <= StandardDefinitionColumns;
        var isTagged = Matrices.Contains(video.Matrix);
        var matrix = isTagged ? video.Matrix! : isSmall ? "smpte170m" : Standard;
        var primaries = AllPrimaries.Contains(video.Primaries) ? video.Primaries! : isTagged ? Usual(matrix, lines) : Standard;
        return new SourceColours(matrix, primaries);
    }

    /// <summary>What primaries come with a matrix that is tagged: BT.601 has those of 525 and of 625 lines.</summary>
    private static string Usual(string matrix, int lines) => matrix switch
    {
        "smpte170m" or "fcc" => lines > 486 ? "bt470bg" : "smpte170m",
        "bt470bg" => "bt470bg",
        "smpte240m" => "smpte240m",
        "bt2020nc" => "bt2020",
        _ => Standard,
    };
}
