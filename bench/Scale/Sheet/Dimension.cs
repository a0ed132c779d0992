namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>What a quantity is of: powers of time, data, money and Cosmos DB request units. Counts (viewers, requests, cores) have none.</summary>
internal readonly record struct Dimension(int Time, int Data, int Money, int RequestUnits)
{
    public static Dimension operator *(Dimension a, Dimension b) =>
        new(a.Time + b.Time, a.Data + b.Data, a.Money + b.Money, a.RequestUnits + b.RequestUnits);

    public static Dimension operator /(Dimension a, Dimension b) =>
        new(a.Time - b.Time, a.Data - b.Data, a.Money - b.Money, a.RequestUnits - b.RequestUnits);
}
