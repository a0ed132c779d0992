namespace StreamPlatform.Domain.Processing;

/// <summary>An exact ratio, such as 30000/1001 frames a second.</summary>
public readonly record struct Rational(int Numerator, int Denominator)
{
    public double Value => Denominator == 0 ? 0 : (double)Numerator / Denominator;

    public override string ToString() => $"{Numerator}/{Denominator}";
}
