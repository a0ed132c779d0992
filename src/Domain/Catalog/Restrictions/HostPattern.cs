namespace StreamPlatform.Domain.Catalog.Restrictions;

/// <summary>A host, <c>www.example.com</c>, or all hosts below one, <c>*.example.com</c>; without scheme and port.</summary>
public static class HostPattern
{
    private const string Below = "*.";
    private const int MaxLabel = 63;
    private const int MaxHost = 253;

    /// <summary>In lower case; null when it is none. Names in other scripts are written as browsers send them (<c>xn--…</c>).</summary>
    public static string? Parse(string? text)
    {
        var pattern = text?.Trim().ToLowerInvariant() ?? "";
        var host = pattern.StartsWith(Below, StringComparison.Ordinal) ? pattern[Below.Length..] : pattern;
        return host.Length <= MaxHost && host.Split('.') is var labels && labels.All(IsLabel) && (host == pattern || labels.Length > 1) ? pattern : null;
    }

    /// <param name="pattern">As <see cref="Parse"/> gave it.</param>
    /// <param name="host">Lower case.</param>
    public static bool Matches(string pattern, string host) =>
        pattern.StartsWith(Below, StringComparison.Ordinal) ? host.Length >= pattern.Length && host.EndsWith(pattern[1..], StringComparison.Ordinal) : host == pattern;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && label[0] != '-' && label[^1] != '-';
}
