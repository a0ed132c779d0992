namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>A text and the number of the event that told it: of several the earliest counts, and of the earliest always the same.</summary>
internal readonly record struct Told(int Seq, string Text)
{
    public bool Precedes(Told? other) =>
        other is not { } told || Seq < told.Seq || (Seq == told.Seq && string.CompareOrdinal(Text, told.Text) < 0);
}
