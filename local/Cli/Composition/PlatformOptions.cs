namespace StreamPlatform.Local.Cli.Composition;

/// <summary>How to run the platform on this machine.</summary>
internal sealed record PlatformOptions
{
    public const int DefaultPort = 7071;

    public required string DataFolder { get; init; }

    /// <summary>The one public port; null takes 7071, or a free one when that is taken.</summary>
    public int? Port { get; init; }

    /// <summary>What upload and playback URLs begin with; by default this machine as seen from itself.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Log to the terminal as well.</summary>
    public bool Verbose { get; init; }
}
