namespace StreamPlatform.Domain.Processing;

/// <summary>What a sound track is for. Titles are for people; this is what players choose by.</summary>
public enum AudioRole
{
    /// <summary>The programme's sound, in whatever language.</summary>
    Main,

    /// <summary>People talking about the programme.</summary>
    Commentary,

    /// <summary>The programme's sound with its pictures described, for people who don't see them.</summary>
    Description,
}
