using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Search;

/// <summary>Reads a public search from a request's query: each choice is one of those there are, each text bounded.</summary>
internal static class SearchRequest
{
    private const int DefaultPage = 20;
    private const int MaxChoice = 100;

    public static Result<PublicQuery> Parse(HttpRequest request)
    {
        var page = PageQuery.Parse(request);
        var choices = new QueryChoices(request, SearchErrors.ChoiceInvalid);
        var text = TextOf(request);
        var (sort, duration, category) = (choices.Word<SearchSort>("sort"), choices.Word<DurationBand>("duration"), choices.Word<VideoCategory>("category"));
        var (language, captions) = (Language(request, "language"), request.Query["captions"] == VideoFilters.AnyCaptions ? VideoFilters.AnyCaptions : Language(request, "captions"));
        var (channel, tag, since, lines, live, facets) = (Text(request, "channel"), Text(request, "tag"), choices.Time("publishedSince"), Lines(request), Flag(request, "live"), Flag(request, "facets"));
        if ((page.Error ?? text.Error ?? sort.Error ?? duration.Error ?? category.Error ?? language.Error ?? captions.Error
            ?? channel.Error ?? tag.Error ?? since.Error ?? lines.Error ?? live.Error ?? facets.Error) is { } wrong)
        {
            return wrong;
        }

        var filters = new VideoFilters(
            category.Value is { } chosen ? JsonNamingPolicy.CamelCase.ConvertName(chosen.ToString()) : null,
            language.Value, channel.Value, tag.Value, captions.Value, duration.Value, since.Value, lines.Value, live.Value);
        var limit = request.Query.ContainsKey("limit") ? Math.Min(page.Value.Limit, PublicQuery.MaxPage) : DefaultPage;
        return new PublicQuery(text.Value, filters, sort.Value ?? SearchSort.Relevance, facets.Value == true, page.Value with { Limit = limit });
    }

    /// <summary><c>q</c>, or <c>request.query_too_long</c>.</summary>
    public static Result<string> TextOf(HttpRequest request) =>
        request.Query["q"].ToString() is { Length: <= VideoQuery.MaxText } text ? text : RequestErrors.QueryTooLong();

    private static Result<string?> Language(HttpRequest request, string name) =>
        Given(request, name) is not { } given ? default(string)
        : LanguageTag.Parse(given) is { } tag ? tag
        : SearchErrors.ChoiceInvalid(name, name == "captions" ? "any, or a language tag such as en or pt-BR" : "a language tag such as en or pt-BR");

    private static Result<string?> Text(HttpRequest request, string name) =>
        Given(request, name) is not { } given ? default(string)
        : given.Length <= MaxChoice ? given
        : SearchErrors.ChoiceInvalid(name, FormattableString.Invariant($"at most {MaxChoice} characters"));

    private static Result<int?> Lines(HttpRequest request) =>
        Given(request, "resolution") is not { } given ? default(int?)
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && Bands.Lines.Contains(lines) ? lines
        : SearchErrors.ChoiceInvalid("resolution", $"one of {string.Join(", ", Bands.Lines)}");

    private static Result<bool?> Flag(HttpRequest request, string name) =>
        Given(request, name) is not { } given ? default(bool?)
        : bool.TryParse(given, out var flag) ? flag
        : SearchErrors.ChoiceInvalid(name, "true or false");

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } given ? given : null;
}
