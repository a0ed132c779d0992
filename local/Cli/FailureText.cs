namespace StreamPlatform.Local.Cli;

/// <summary>One sentence for a failure.</summary>
internal static class FailureText
{
    public static string Of(Exception exception) => exception switch
    {
        CommandFailure failure => failure.Message,
        AggregateException { InnerExceptions: [var only] } => Of(only),
        HttpRequestException http => $"The platform did not answer: {Sentence(http.Message)}",
        UnauthorizedAccessException access => $"This user may not do that: {Sentence(access.Message)}",
        IOException io => $"A file could not be read or written: {Sentence(io.Message)}",
        _ => Sentence(exception.Message),
    };

    private static string Sentence(string message)
    {
        var line = message.ReplaceLineEndings("\n").Split('\n')[0].Trim();
        return line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?') ? line : line + ".";
    }
}
