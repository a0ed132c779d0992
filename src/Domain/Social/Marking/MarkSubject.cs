namespace StreamPlatform.Domain.Social.Marking;

/// <summary>What people mark: each has at most one mark on it.</summary>
/// <param name="Space">What kind of marks these are: one of <see cref="MarkSpaces"/>.</param>
/// <param name="Id">What is marked.</param>
public readonly record struct MarkSubject(string Space, string Id)
{
    public override string ToString() => $"{Space}/{Id}";
}
