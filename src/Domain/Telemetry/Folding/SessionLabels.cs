using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>What a session is counted under, a label for each <see cref="Breakdown"/>.</summary>
internal sealed record SessionLabels(string Country, string Device, string Player, string Cdn, string Source)
{
    public const int Count = (int)Breakdown.Source + 1;

    private static readonly string[] Devices = WordsOf<DeviceKind>(), Sources = WordsOf<TrafficSource>();

    public string this[Breakdown by] => by switch
    {
        Breakdown.Country => Country,
        Breakdown.Device => Device,
        Breakdown.Player => Player,
        Breakdown.Cdn => Cdn,
        _ => Source,
    };

    /// <summary>The very same labels as before where they have not changed.</summary>
    public static SessionLabels Of(SessionState state, SessionLabels? before) =>
        before is not null && before.Player == state.Player && before.Cdn == state.Cdn ? before
        : new(state.Claims!.Country, Devices[(int)state.Claims.Device], state.Player, state.Cdn, Sources[(int)state.Claims.Source]);

    private static string[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))];
}
