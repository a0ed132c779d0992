using System.Text.RegularExpressions;

namespace StreamPlatform.Local.Host.Azurite;

/// <summary>
/// What one line of Azurite's access log tells us. The line is written when the answer has been sent:
/// <c>127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] "PUT /account/container/blob?comp=blocklist HTTP/1.1" 201 -</c>.
/// </summary>
internal abstract partial record AccessLogLine
{
    /// <summary>A blob came to be, whole: Put Blob, Put Block List, or Copy Blob.</summary>
    public sealed record BlobWritten(string Container, string Name) : AccessLogLine;

    /// <summary>A message came into a queue.</summary>
    public sealed record MessageSent(string Queue) : AccessLogLine;

    /// <summary>What the line tells, or null when it is nothing to us.</summary>
    public static AccessLogLine? Parse(string line)
    {
        var match = Request().Match(line);
        if (!match.Success)
            return null;
        var target = match.Groups["path"].Value;
        var query = match.Groups["query"].Value;
        var parts = target.Split('/', 3);
        if (parts.Length < 2)
            return null;

        if (match.Groups["method"].Value == "POST")
            return parts.Length == 3 && parts[2] == "messages" ? new MessageSent(parts[1]) : null;
        if (parts.Length < 3 || parts[2].Length == 0 || query.Contains("restype=", StringComparison.Ordinal))
            return null;
        var operation = Operation().Match(query) is { Success: true } found ? found.Groups[1].Value : "";
        return operation is "" or "blocklist" or "copy" ? new BlobWritten(parts[1], Uri.UnescapeDataString(parts[2])) : null;
    }

    [GeneratedRegex("""\] "(?<method>PUT|POST) (?:http://[^/]+)?/(?<path>[^ ?]+)\??(?<query>\S*) HTTP/1\.\d" 20[12] """)]
    private static partial Regex Request();

    [GeneratedRegex("(?:^|&)comp=([a-z]+)")]
    private static partial Regex Operation();
}
