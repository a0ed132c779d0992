namespace StreamPlatform.Media.Probing;

/// <summary>What people call the codecs that we meet and can't decode; others go by the name the file gives.</summary>
internal static class CodecNames
{
    public static string Of(string codec) => codec.ToLowerInvariant() switch
    {
        "vvc1" or "vvi1" or "vvc" or "h266" => "VVC (H.266)",
        "evc1" or "evc" => "EVC",
        "lvc1" or "lcevc" => "LCEVC",
        "av02" or "av2" => "AV2",
        "apv1" or "apv" => "APV",
        "braw" or "brst" or "brvn" => "Blackmagic RAW",
        "redcode" or "r3d" => "REDCODE RAW",
        "aprn" or "aprh" => "ProRes RAW",
        "cidr" => "CinemaDNG",
        "ac-4" or "ac4" => "Dolby AC-4",
        "mha1" or "mhm1" or "mpegh_3d_audio" => "MPEG-H 3D Audio",
        var plain when plain.Trim().Length == 0 || plain.Contains('[', StringComparison.Ordinal) => "an unknown codec",
        _ => codec.Trim(),
    };
}
