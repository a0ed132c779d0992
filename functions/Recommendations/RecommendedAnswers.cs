using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Search;

namespace StreamPlatform.Functions.Recommendations;

/// <summary>Answers of what is recommended: with an ETag, and for as long as the same is shown.</summary>
public sealed class RecommendedAnswers(VideoCards cards)
{
    /// <summary>All who ask without signing in get the same: within a minute they see what was made private no longer.</summary>
    private const string Shared = "public, max-age=60", Own = "private, max-age=60";

    /// <summary>Who signs in gets something else, under the same address.</summary>
    private const string Vary = "Authorization, x-api-key, Account-Id";

    public IResult TrendingOf(HttpRequest request, Recommended found) =>
        Answer(request, new TrendingBody(found.Region, found.Countries, found.MadeAt, cards.Of(found.Items), found.Cursor), found.DependsOnPlace ? Own : Shared);

    public IResult HomeOf(HttpRequest request, Recommended found, bool isPersonal) =>
        Answer(request, new HomeBody(found.Region, cards.Of(found.Items, withReasons: true), found.Cursor), isPersonal || found.DependsOnPlace ? Own : Shared);

    private static IResult Answer(HttpRequest request, object body, string caching) =>
        JsonAnswer.Ok(body).WithHeader("Cache-Control", caching).WithHeader("Vary", Vary).UnlessKnown(request);
}
