namespace StreamPlatform.Domain.Playback;

/// <summary>How text tracks without a title are called.</summary>
public static class TextLabels
{
    /// <summary><c>English</c>, <c>English (captions)</c>.</summary>
    public static string Of(string language, TextKind kind)
    {
        var name = LanguageNames.Of(language) ?? "Subtitles";
        return Aside(kind) is { } aside ? $"{name} ({aside})" : name;
    }

    /// <summary>What sets a kind apart from plain subtitles.</summary>
    public static string? Aside(TextKind kind) => kind switch
    {
        TextKind.Captions => "captions",
        TextKind.Descriptions => "descriptions",
        TextKind.Forced => "forced",
        _ => null,
    };
}
