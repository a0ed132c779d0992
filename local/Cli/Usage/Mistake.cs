using System.CommandLine;
using System.CommandLine.Parsing;

namespace StreamPlatform.Local.Cli.Usage;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class Mistake
{
    /// <returns>Null when it is right.</returns>
    public static string? In(ParseResult parsed) => UnknownOption(parsed) ?? UnknownWord(parsed) ?? (parsed.Errors is [.., var last] ? last.Message : null);

    /// <summary>Where anything may be an argument the parser takes a misspelt option for one too: a file called <c>--onse</c>.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var options = OptionsOf(command).ToList();
        Token? before = null;
        foreach (var token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token is { Type: TokenType.Argument, Value: ['-', _, ..] } && !TakesValue(before))
            {
                var name = token.Value.Split('=')[0];
                var meant = Spelling.Nearest(name, options.Select(option => option.Name));
                return $"{NameOf(command)} has no option {name}{(meant is null ? "" : $": did you mean {meant}?")}{Hint(command, meant)}";
            }

            before = token;
        }

        return null;

        bool TakesValue(Token? token) => token?.Type == TokenType.Option
            && options.Find(option => option.Name == token.Value || option.Aliases.Contains(token.Value)) is { } option
            && option.ValueType != typeof(bool);
    }

    private static string Hint(CommandResult command, string? meant) =>
        command.Command.Arguments.Count == 0 ? meant is null ? "." : ""
        : $"{(meant is null ? "." : "")} (A name that starts with a dash goes after --.)";

    private static string? UnknownWord(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        if (parsed.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        if (command.Command.Subcommands.Count == 0)
        {
            return $"{NameOf(command)} has no use for {word}.";
        }

        var meant = Spelling.Nearest(word, command.Command.Subcommands.Select(candidate => candidate.Name));
        return $"There is no command {word}{(meant is null ? "." : $": did you mean {meant}?")}";
    }

    private static IEnumerable<Option> OptionsOf(CommandResult command) =>
        command.Command.Options.Concat(command.Parent is CommandResult parent ? OptionsOf(parent).Where(option => option.Recursive) : []);

    private static string NameOf(CommandResult command) => command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "stream";
}
