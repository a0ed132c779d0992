using Spectre.Console;

namespace StreamPlatform.Local.Cli;

/// <summary>Where a command writes: results for programs to <see cref="Results"/>, everything for people to <see cref="People"/>.</summary>
internal sealed record Terminal(TextWriter Results, IAnsiConsole People)
{
    /// <summary>People read standard output.</summary>
    public static Terminal Standard { get; } = new(Console.Out, AnsiConsole.Console);

    /// <summary>Standard output is kept for results; people read standard error.</summary>
    public static Terminal ForPrograms { get; } = new(Console.Out, AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
    }));
}
