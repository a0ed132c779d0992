using System.Globalization;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>One kill as the report tells it.</summary>
/// <param name="Stage">The stage that was aimed at; null when nothing came to be in it.</param>
/// <param name="Going">What went on at that moment.</param>
internal sealed record Strike(Victim Victim, Stage? Stage, string Going, TimeSpan At)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"at {At.TotalSeconds:0.0} s {Victim} while {Stage?.ToString() ?? "anything"} ({Going})");

    /// <summary>Kills by victim, and by stage.</summary>
    public static string Sum(IReadOnlyCollection<Strike> strikes) =>
        $"{strikes.Count} kills: {Counted(strikes, strike => $"{strike.Victim}")}; while {Counted(strikes, strike => strike.Stage?.ToString() ?? "anything")}";

    private static string Counted(IEnumerable<Strike> strikes, Func<Strike, string> of) =>
        string.Join(", ", strikes.CountBy(of).OrderByDescending(count => count.Value).Select(count => $"{count.Value} × {count.Key}"));
}
