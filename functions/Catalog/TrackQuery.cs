using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Which text track a request means, and what it brings.</summary>
public static class TrackQuery
{
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Language from the path, <c>?kind=…</c> (subtitles when not given).</summary>
    public static Result<(string Language, TextKind Kind)> Parse(HttpRequest request, string language)
    {
        if (LanguageTag.Parse(language) is not { } tag)
        {
            return TrackErrors.LanguageInvalid();
        }

        var name = request.Query["kind"].ToString();
        var kind = name switch
        {
            "" or "subtitles" => TextKind.Subtitles,
            "captions" => TextKind.Captions,
            "descriptions" => TextKind.Descriptions,
            "forced" => TextKind.Forced,
            _ => (TextKind?)null,
        };
        return kind is { } known ? (tag, known) : TrackErrors.KindInvalid();
    }

    /// <summary>As above, with <c>?label=…</c> and the file in the body.</summary>
    public static async Task<Result<NewTrack>> ReadAsync(HttpRequest request, string language, CancellationToken ct)
    {
        var which = Parse(request, language);
        if (!which.Succeeded)
        {
            return which.Error!;
        }

        var label = request.Query.TryGetValue("label", out var given) ? given.ToString() : null;
        return await RequestBytes.ReadAsync(request, MaxBytes, ct) is { } file
            ? new NewTrack(which.Value.Language, which.Value.Kind, label, file)
            : TrackErrors.TooLarge(MaxBytes);
    }
}
