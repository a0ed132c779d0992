namespace StreamPlatform.Domain.Social.Marking;

/// <summary>A recount of everything under way: input of its <see cref="Workflow"/>.</summary>
/// <param name="Next">Null when all is counted.</param>
/// <param name="Drifted">How many counts were wrong, and were set right; each is logged.</param>
public sealed record RecountProgress(RecountStep? Next, int Checked = 0, int Busy = 0, int Drifted = 0)
{
    public const string Workflow = "RecountAll";

    public static RecountProgress Start { get; } = new(new RecountStep(0, null));

    public RecountProgress After(RecountFound found) => new(found.Next, Checked + found.Checked, Busy + found.Busy, Drifted + found.Drifts.Count);
}
