namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>
/// A unit such as <c>Tbit/s</c> or <c>$/GB/month</c>: its dimension, and how many seconds, bits, dollars and request units it
/// is. A month has 30 days. Words of more than one letter that name no measure (<c>requests</c>, <c>viewers</c>) count.
/// </summary>
internal sealed record Unit(string Text, double Factor, Dimension Dimension)
{
    private static readonly Dimension Time = new(1, 0, 0, 0);
    private static readonly Dimension Data = new(0, 1, 0, 0);

    private static readonly Dictionary<string, (double, Dimension)> Measures = new(StringComparer.Ordinal)
    {
        ["1"] = (1, default),
        ["%"] = (0.01, default),
        ["million"] = (1e6, default),
        ["ms"] = (1e-3, Time),
        ["s"] = (1, Time),
        ["min"] = (60, Time),
        ["h"] = (3600, Time),
        ["day"] = (86_400, Time),
        ["month"] = (30 * 86_400, Time),
        ["bit"] = (1, Data),
        ["kbit"] = (1e3, Data),
        ["Mbit"] = (1e6, Data),
        ["Gbit"] = (1e9, Data),
        ["Tbit"] = (1e12, Data),
        ["B"] = (8, Data),
        ["kB"] = (8e3, Data),
        ["MB"] = (8e6, Data),
        ["GB"] = (8e9, Data),
        ["TB"] = (8e12, Data),
        ["PB"] = (8e15, Data),
        ["GiB"] = (8d * (1L << 30), Data),
        ["PiB"] = (8d * (1L << 50), Data),
        ["$"] = (1, new(0, 0, 1, 0)),
        ["RU"] = (1, new(0, 0, 0, 1)),
    };

    /// <exception cref="FormatException">A part is neither a measure nor a word.</exception>
    public static Unit Parse(string text)
    {
        var (factor, dimension) = (1d, default(Dimension));
        var parts = text.Split('/');
        for (var i = 0; i < parts.Length; i++)
            foreach (var symbol in parts[i].Split('·'))
            {
                var (of, what) = Measure(symbol);
                (factor, dimension) = i == 0 ? (factor * of, dimension * what) : (factor / of, dimension / what);
            }

        return new Unit(text, factor, dimension);
    }

    private static (double Factor, Dimension Dimension) Measure(string symbol) =>
        Measures.TryGetValue(symbol, out var measure) ? measure
        : symbol.Length > 1 && symbol.All(char.IsAsciiLetterLower) ? (1, default)
        : throw new FormatException($"'{symbol}' is no unit.");
}
