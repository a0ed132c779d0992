using System.CommandLine;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show where a failure happened, and the platform's log as it is written.",
        Recursive = true,
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "The data folder, which holds everything the platform keeps. Default: the variable STREAM_DATA, else .data in the checkout.",
        HelpName = "DIR",
    };

    public static string DataFolder(ParseResult parsed, Option<string?> option) => Path.GetFullPath(
        parsed.GetValue(option)
        ?? Environment.GetEnvironmentVariable("STREAM_DATA")
        ?? Checkout.Current.DefaultData);
}
