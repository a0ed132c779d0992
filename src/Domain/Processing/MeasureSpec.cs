namespace StreamPlatform.Domain.Processing;

/// <summary>
/// Which spans of the title are encoded at which qualities to learn how many bits each rung needs, before the ladder is made.
/// </summary>
/// <param name="Spans">Spread over the timeline, in order, all of one length.</param>
/// <param name="Crfs">x264's constant qualities, ascending: best first.</param>
public sealed record MeasureSpec(IReadOnlyList<MeasuredSpan> Spans, IReadOnlyList<double> Crfs);
