namespace StreamPlatform.Hooks.Tests;

/// <summary>How a hook ended and what it said.</summary>
internal sealed record HookResult(int ExitCode, string Output, string Errors)
{
    public HookResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"Ended with {ExitCode}: {Errors}{Output}");
        Assert.Equal("", Errors);
        return this;
    }

    /// <summary>One sentence or two on one line, and the code that says what kind of failure it is.</summary>
    public HookResult Failed(int code, params string[] words)
    {
        Assert.Equal(code, ExitCode);
        Assert.Single(Errors.TrimEnd('\n').Split('\n'));
        Assert.All(words, word => Assert.Contains(word, Errors));
        return this;
    }
}
