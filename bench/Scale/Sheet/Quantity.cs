namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>A value in seconds, bits, dollars and request units, and what it is of.</summary>
internal readonly record struct Quantity(double Value, Dimension Dimension)
{
    public static Quantity operator *(Quantity a, Quantity b) => new(a.Value * b.Value, a.Dimension * b.Dimension);

    public static Quantity operator /(Quantity a, Quantity b) => new(a.Value / b.Value, a.Dimension / b.Dimension);

    public static Quantity operator +(Quantity a, Quantity b) => new(a.Value + b.Value, Same(a, b));

    public static Quantity operator -(Quantity a, Quantity b) => new(a.Value - b.Value, Same(a, b));

    public static Quantity Max(Quantity a, Quantity b) => new(Math.Max(a.Value, b.Value), Same(a, b));

    /// <summary>Of a count.</summary>
    public Quantity Ceiling() => Dimension == default
        ? this with { Value = Math.Ceiling(Value - 1e-9) }
        : throw new FormatException("Only counts are rounded up.");

    private static Dimension Same(Quantity a, Quantity b) => a.Dimension == b.Dimension
        ? a.Dimension
        : throw new FormatException($"{a.Dimension} and {b.Dimension} can't be added or compared.");
}
