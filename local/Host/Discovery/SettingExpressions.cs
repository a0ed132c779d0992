using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Puts settings into attribute values: <c>%name%</c>, as on the Functions host.</summary>
internal sealed partial class SettingExpressions(IConfiguration configuration)
{
    /// <exception cref="FormatException">A setting is missing; the message names it.</exception>
    public string Resolve(string text) => Setting().Replace(text, match =>
        configuration[match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)]
        ?? throw new FormatException($"the setting '{match.Groups[1].Value}' is missing"));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
