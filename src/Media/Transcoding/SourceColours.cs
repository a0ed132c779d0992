using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// Matrix and primaries of a source, by zimg's names. Of SDR, untagged pictures of standard definition are taken to have
/// BT.601's matrix, others BT.709's, as players do; and BT.709's primaries, since what leaves out tags was made by a computer,
/// and a wrong guess shifts saturated colours. All SDR transfers are taken for BT.709's: that is how they are shown. HDR is
/// taken for BT.2020 where it doesn't say otherwise, which is what its transfers come with (ITU-R BT.2100).
/// </summary>
internal sealed record SourceColours(string Matrix, string Primaries)
{
    private const string Standard = "bt709", Wide = "bt2020", WideMatrix = "bt2020nc";

    /// <summary>The larger of the sizes of 525 and 625 lines.</summary>
    private const int StandardDefinitionLines = 576, StandardDefinitionColumns = 1024;

    private static readonly string[] Matrices = [Standard, "fcc", "bt470bg", "smpte170m", "smpte240m", "ycgco", WideMatrix];
    private static readonly string[] AllPrimaries = [Standard, "bt470m", "bt470bg", "smpte170m", "smpte240m", "film", Wide, "smpte431", "smpte432"];

    public bool AreStandard => this is { Matrix: Standard, Primaries: Standard };

    /// <summary>Those of HDR as it leaves.</summary>
    public bool AreWide => this is { Matrix: WideMatrix, Primaries: Wide };

    public static SourceColours Of(VideoTrack video)
    {
        if (video.DynamicRange != DynamicRange.Standard)
            return new SourceColours(Matrices.Contains(video.Matrix) ? video.Matrix! : WideMatrix, AllPrimaries.Contains(video.Primaries) ? video.Primaries! : Wide);
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
        WideMatrix => Wide,
        _ => Standard,
    };
}
