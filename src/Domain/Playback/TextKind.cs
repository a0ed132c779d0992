namespace StreamPlatform.Domain.Playback;

/// <summary>What a text track is for.</summary>
public enum TextKind
{
    /// <summary>What is said, for people who don't understand the language.</summary>
    Subtitles,

    /// <summary>What is heard, for people who don't hear: speakers and sounds too.</summary>
    Captions,

    /// <summary>What is seen, for people who don't see, to be read aloud.</summary>
    Descriptions,

    /// <summary>Only what everybody needs: signs, and speech in a language foreign to the programme. Shown unasked.</summary>
    Forced,
}
