using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Recommendations;

/// <summary>Reads what feeds are asked by.</summary>
internal static class FeedQuery
{
    private const int DefaultPage = 24;

    public static Result<PageRequest> PageOf(HttpRequest request)
    {
        var page = PageQuery.Parse(request);
        return page.Succeeded && !request.Query.ContainsKey("limit") ? page.Value with { Limit = DefaultPage } : page;
    }

    /// <summary>Null when none is given.</summary>
    public static Result<string?> RegionOf(QueryChoices choices) =>
        choices.Given("region") is not { } given ? default(string)
        : Regions.Parse(given) is { } region ? region
        : TrendingErrors.ChoiceInvalid("region", "world, or a country such as DE");

    /// <summary>A cursor that is none is a problem.</summary>
    public static async Task<IResult> GuardAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (InvalidCursorException)
        {
            return ProblemResults.Problem(RequestErrors.CursorInvalid());
        }
    }
}
