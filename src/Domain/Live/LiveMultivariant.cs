using System.Text.RegularExpressions;

namespace StreamPlatform.Domain.Live;

/// <summary>A multivariant playlist (RFC 8216, 4.3.4) that is handed out elsewhere than it lies.</summary>
internal static partial class LiveMultivariant
{
    /// <param name="folder">Where it lies, with a slash at its end.</param>
    public static string At(string playlist, string folder) => string.Concat(
        playlist.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
            .Select(line => line.StartsWith('#') ? UriAttribute().Replace(line, match => $"URI=\"{folder}{match.Groups[1].Value}\"") : line.Length > 0 ? folder + line : line)
            .Select(line => line + "\n"));

    [GeneratedRegex("(?<=[:,])URI=\"([^\"]*)\"")]
    private static partial Regex UriAttribute();
}
