using System.Globalization;
using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Domain.Social;

/// <summary>How often a video was shared: each person counts once a day (UTC).</summary>
public sealed class Shares(Marks marks, Tallies tallies, TimeProvider clock)
{
    /// <summary>Stands between a subject and the day.</summary>
    internal const char Divider = '@';

    private const string Shared = "shared";

    public async Task<Result<long>> ShareAsync(string assetId, Person person, CancellationToken ct)
    {
        var subject = new MarkSubject(MarkSpaces.Shares, assetId);
        var set = await marks.SetAsync(subject, person.Id, Shared, ct, $"{Divider}{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        return set.Succeeded ? (await tallies.CountAsync(subject, ct))[Shared] : set.Error!;
    }
}
