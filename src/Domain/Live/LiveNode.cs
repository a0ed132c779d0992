namespace StreamPlatform.Domain.Live;

/// <summary>
/// A live node: one process that takes encoders in and serves what they send. Its name is part of the paths that it serves, by
/// which the edge finds it.
/// </summary>
public static class LiveNode
{
    /// <summary>What every path that nodes serve begins with; the node's name follows.</summary>
    public const string PathPrefix = "live";

    public const int LongestName = 20;

    /// <summary>Lower-case letters and digits.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));
}
