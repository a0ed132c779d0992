using System.CommandLine;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show details of a failure, and the platform's log.",
        Recursive = true,
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder that holds everything the platform keeps. Default: STREAM_DATA, else .data in the checkout.",
        HelpName = "DIR",
    };

    public static string DataFolder(ParseResult parsed, Option<string?> option) => Path.GetFullPath(
        parsed.GetValue(option)
        ?? Environment.GetEnvironmentVariable("STREAM_DATA")
        ?? Checkout.Current.DefaultData);
}
