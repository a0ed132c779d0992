namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>A line of the sheet.</summary>
/// <param name="Name">As formulas call it.</param>
/// <param name="Quantity">In base units.</param>
/// <param name="Unit">In which it is shown.</param>
/// <param name="From">A formula of other figures; null for an input.</param>
/// <param name="Note">Of an input: its source, or that it is assumed. Of a derived figure: what it means.</param>
internal sealed record Figure(string Name, Quantity Quantity, Unit Unit, string? From, string Note)
{
    /// <summary>In its own unit.</summary>
    public double Value => Quantity.Value / Unit.Factor;
}
