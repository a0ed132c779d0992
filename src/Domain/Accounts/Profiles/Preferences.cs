namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>How a person wants players and pages to be, wherever they sign in.</summary>
/// <param name="Autoplay">The next video begins by itself.</param>
/// <param name="Captions">Captions are on where there are any.</param>
/// <param name="CaptionLanguage">Which, if there is a choice: BCP 47; null for the video's own.</param>
/// <param name="Theme">Of pages.</param>
public sealed record Preferences(bool Autoplay = true, bool Captions = false, string? CaptionLanguage = null, Theme Theme = Theme.System);

/// <summary>How pages look.</summary>
public enum Theme
{
    /// <summary>As the device does.</summary>
    System,

    Light,
    Dark,
}

/// <summary>A change of <see cref="Preferences"/>: what is absent stays.</summary>
public sealed record PreferencesChange
{
    public Optional<bool> Autoplay { get; init; }
    public Optional<bool> Captions { get; init; }

    /// <summary>Null for the video's own language.</summary>
    public Optional<string?> CaptionLanguage { get; init; }

    public Optional<Theme> Theme { get; init; }

    internal Result<Preferences> ApplyTo(Preferences preferences)
    {
        var language = CaptionLanguage.IsGiven ? ProfileRules.Language(CaptionLanguage.Value) : preferences.CaptionLanguage;
        return language.Succeeded
            ? new Preferences(Autoplay.Or(preferences.Autoplay), Captions.Or(preferences.Captions), language.Value, Theme.Or(preferences.Theme))
            : language.Error!;
    }
}
