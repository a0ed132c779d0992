using System.Globalization;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Why a day can't be counted again.</summary>
public static class RecountErrors
{
    public static Error DayOpen(DateOnly day, DateOnly newest) => new(
        "recount.day_open", 409, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} still changes by itself; the newest day that can be counted again is {newest:yyyy-MM-dd}."));

    public static Error DayNotArchived(DateOnly day, DateOnly oldest) => new(
        "recount.day_not_archived", 409, string.Create(CultureInfo.InvariantCulture, $"What players told on {day:yyyy-MM-dd} is not kept any more; the oldest day that can be counted again is {oldest:yyyy-MM-dd}."));

    public static Error NotFound() => new("recount.not_found", 404, "There is no such recount, or it is forgotten.");
}
