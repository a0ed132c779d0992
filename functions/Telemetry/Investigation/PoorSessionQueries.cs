using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Domain.Telemetry.Investigation;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Investigation;

/// <summary>Among which samples poor sessions are looked for.</summary>
public sealed class PoorSessionQueries : IApiQueries
{
    public IReadOnlyList<ApiQueryAttribute> All { get; } =
    [
        new("day", typeof(DateTimeOffset), "A time of the day, in UTC, on which they began; today unless said otherwise."),
        new("assetId", typeof(string), "Samples of this video alone, of which there are more than among those of the platform."),
    ];

    internal static Result<(DateTimeOffset Day, string? AssetId)> Parse(HttpRequest request, DateTimeOffset now)
    {
        var choices = new QueryChoices(request, AnalyticsErrors.QueryInvalid);
        var (day, assetId) = (choices.Time("day"), choices.Given("assetId"));
        return day.Error is { } wrong ? wrong
            : assetId is not null && !OpaqueId.IsValid(assetId, AssetIds.Prefix) ? AssetErrors.NotFound(assetId)
            : (new DateTimeOffset((day.Value ?? now).UtcDateTime.Date, TimeSpan.Zero), assetId);
    }

    internal static Result<PoorReason?> ReasonOf(HttpRequest request) => new QueryChoices(request, AnalyticsErrors.QueryInvalid).Word<PoorReason>("reason");
}
