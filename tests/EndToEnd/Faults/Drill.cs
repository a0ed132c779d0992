using System.Globalization;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>How long the drills are and where their chance comes from: <c>FAULT_KILLS</c>, <c>FAULT_SEED</c>.</summary>
internal static class Drill
{
    /// <summary>Kills of a drill; few in the suite.</summary>
    public static int Kills { get; } = int.Parse(Environment.GetEnvironmentVariable("FAULT_KILLS") ?? "3", CultureInfo.InvariantCulture);

    /// <summary>Length of the videos: two chunks.</summary>
    public const int Seconds = 12;

    public static int Seed { get; } = int.Parse(
        Environment.GetEnvironmentVariable("FAULT_SEED") ?? $"{Random.Shared.Next(100_000)}", CultureInfo.InvariantCulture);

    public static Task<Platform> StartPlatformAsync() => Platform.StartAsync(
        ("Processing__ChunkSeconds", "8"),
        ("Processing__SupersededLifetimeHours", "0.001"),
        ("Processing__LeaseSeconds", "10"));

    public static Task<string> SourceAsync(Platform platform, string name, int seconds) =>
        Samples.VideoAsync(platform.Folder, name, seconds, size: "640x360", rate: 25);
}
