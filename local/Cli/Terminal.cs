using Spectre.Console;

namespace StreamPlatform.Local.Cli;

/// <summary>Where a command writes: results for programs to <see cref="Results"/>, everything for people to <see cref="People"/>.</summary>
internal sealed record Terminal(TextWriter Results, IAnsiConsole People)
{
    /// <summary>In a log or a pipe there is no edge to break lines at.</summary>
    private const int Unbroken = 1000;

    /// <summary>People read standard output.</summary>
    public static Terminal Standard { get; } = new(Console.Out, For(Console.Out, Console.IsOutputRedirected));

    /// <summary>Standard output is kept for results; people read standard error.</summary>
    public static Terminal ForPrograms { get; } = new(Console.Out, For(Console.Error, Console.IsErrorRedirected));

    private static IAnsiConsole For(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
