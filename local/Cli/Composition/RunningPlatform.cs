using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>The platform that another process serves from a data folder.</summary>
internal static class RunningPlatform
{
    /// <summary>Its API, as the creator whose key lies in the folder.</summary>
    /// <param name="instead">What else could be done where none runs, to end the sentence with.</param>
    /// <exception cref="CommandFailure">None runs.</exception>
    public static PlatformApi Api(string dataFolder, string instead = "") =>
        Directory.Exists(dataFolder) && RuntimeFile.ReadRunning(new DataFolder(dataFolder)) is { } runtime
            ? new PlatformApi(runtime.LocalUrl, FirstKey.Read(dataFolder), TimeProvider.System)
            : throw new CommandFailure("cli.not_running", $"No platform runs on {dataFolder}: start it with stream up{instead}.");
}
