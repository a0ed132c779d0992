using System.Globalization;

namespace StreamPlatform.Media.Loudness;

/// <summary>Reads the summaries that ffmpeg's ebur128 filters print when they end; they are told apart by the names given them.</summary>
internal static class LoudnessSummary
{
    private const string Prefix = "[ebur128@shape";

    /// <summary>Name of the filter that measures a shape.</summary>
    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"shape{index}");

    /// <summary>By the index given to <see cref="Name"/>; what has no whole summary is left out.</summary>
    public static IReadOnlyDictionary<int, MeasuredLoudness> Read(IEnumerable<string> lines)
    {
        var found = new Dictionary<int, MeasuredLoudness>();
        var (current, integrated) = (-1, double.NaN);
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.StartsWith('['))
                (current, integrated) = (Index(text), double.NaN);
            else if (current >= 0 && Value(text, "I:", "LUFS") is { } loudness)
                integrated = loudness;
            else if (current >= 0 && Value(text, "Peak:", "dBFS") is { } peak)
                found[current] = new MeasuredLoudness(integrated, peak);
        }

        return found;
    }

    private static int Index(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith("Summary:", StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(Prefix.Length, text.IndexOf(' ', StringComparison.Ordinal) - Prefix.Length), out var index) ? index : -1;

    private static double? Value(string text, string name, string unit) =>
        !text.StartsWith(name, StringComparison.Ordinal) || !text.EndsWith(unit, StringComparison.Ordinal) ? null
        : text[name.Length..^unit.Length].Trim() is var number && number == "-inf" ? double.NegativeInfinity
        : double.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : null;
}
