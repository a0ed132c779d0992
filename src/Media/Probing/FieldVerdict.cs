namespace StreamPlatform.Media.Probing;

/// <summary>What the pictures of a stream are that says it is interlaced.</summary>
internal enum FieldVerdict
{
    /// <summary>Two fields of different moments each.</summary>
    Interlaced,

    /// <summary>Whole pictures after all; those of film may be flagged to be shown for three fields and two in turn (soft telecine).</summary>
    Progressive,

    /// <summary>Film whose fields were spread over more pictures (hard telecine, 3:2 pulldown): four of five are to be had back.</summary>
    Telecined,
}
