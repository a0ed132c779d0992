namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>A recount under way: input of its <see cref="Workflow"/>, and its custom status.</summary>
/// <param name="Plan">Null until it is made.</param>
/// <param name="Done">Steps of the stage that are done.</param>
public sealed record DayRecount(RecountDay Day, RecountPlan? Plan, RecountStage Stage, int Done, RecountFound Found)
{
    public const string Workflow = "RecountTelemetry";

    public static DayRecount Begin(RecountDay day) => new(day, null, RecountStage.Places, 0, RecountFound.Nothing);

    /// <summary>All steps are done.</summary>
    public bool IsOver => Stage > RecountStage.Matched;

    /// <summary>The next steps, all of one stage; none when all is done.</summary>
    public IReadOnlyList<RecountStep> Next(int most) => IsOver ? [] : [.. Plan!.Steps(Day, Stage).Skip(Done).Take(most)];

    public DayRecount After(IReadOnlyList<RecountFound> found)
    {
        var after = this with { Done = Done + found.Count, Found = found.Aggregate(Found, (all, one) => all.Plus(one)) };
        while (!after.IsOver && after.Done >= Plan!.Steps(Day, after.Stage).Count)
            after = after with { Stage = after.Stage + 1, Done = 0 };
        return after;
    }
}
