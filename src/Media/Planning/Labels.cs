using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Media.Planning;

/// <summary>Names of tracks as players list them: no two alike, nothing that a playlist can't write.</summary>
internal sealed class Labels
{
    private const int MostCharacters = 60;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The title the source gives, else the language, with what sets the track apart; numbered where that is taken.</summary>
    public string Name(string? title, string language, string? aside, string otherwise)
    {
        var name = Clean(title) ?? (LanguageNames.Of(language) ?? otherwise) + (aside is null ? "" : $" ({aside})");
        var label = name;
        for (var count = 2; !_taken.Add(label); count++)
            label = FormattableString.Invariant($"{name} {count}");
        return label;
    }

    private static string? Clean(string? title)
    {
        var kept = new string([.. (title ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c != '"')]).Trim();
        return kept.Length == 0 ? null : kept.Length > MostCharacters ? kept[..MostCharacters].TrimEnd() : kept;
    }
}
