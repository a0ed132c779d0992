namespace StreamPlatform.Hooks.Tests;

/// <summary>A shell that azd runs hooks with: which program, and the file it runs.</summary>
internal sealed record Shell(string Program, string[] Arguments, string Extension)
{
    public static Shell Sh { get; } = new("/bin/sh", [], "sh");

    public static Shell PowerShell { get; } = new(
        Dotnet(), [Path.Combine(AppContext.BaseDirectory, "StreamPlatform.Hooks.Tests.dll"), "-NoProfile", "-NonInteractive", "-File"], "ps1");

    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
}
