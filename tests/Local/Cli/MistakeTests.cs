using StreamPlatform.Local.Cli;
using StreamPlatform.Local.Cli.Usage;

namespace StreamPlatform.Local.Tests.Cli;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("stream publish has no option --onse: did you mean --once? (A name that starts with a dash goes after --.)", "publish", "--onse")]
    [InlineData("stream publish has no option --titel: did you mean --title? (A name that starts with a dash goes after --.)", "publish", "a.mp4", "--titel=T")]
    [InlineData("stream publish has no option -x. (A name that starts with a dash goes after --.)", "publish", "-x")]
    [InlineData("stream backup has no option --verbos: did you mean --verbose? (A name that starts with a dash goes after --.)", "backup", "--verbos")]
    [InlineData("stream test has no option --fliter: did you mean --filter?", "test", "--fliter", "x")]
    [InlineData("stream status has no option --json.", "status", "--json")]
    [InlineData("stream has no option --verson: did you mean --version?", "--verson")]
    [InlineData("There is no command publsh: did you mean publish?", "publsh", "a.mp4")]
    [InlineData("There is no command something.", "something")]
    [InlineData("stream status has no use for more.", "status", "more")]
    [InlineData("--port takes a number from 0 (any free port) to 65535.", "up", "--port", "seventy")]
    [InlineData("--trim-start and --trim-end take seconds, such as 62.5; --cost-cap takes dollars, such as 0.5.", "plan", "a.mp4", "--trim-start", "x")]
    [InlineData("A trim takes start and end in seconds from the start of the file, neither below 0, the end at least 1 second after the start.", "publish", "--trim-start", "5", "--trim-end", "5.5")]
    [InlineData("There is no encoding profile 'best'. There are: fast, balanced, premium, audio.", "publish", "--profile", "best")]
    public void What_is_wrong_is_one_sentence_that_names_what_was_probably_meant(string sentence, params string[] args) =>
        Assert.Equal(sentence, Mistake.In(CommandLineApplication.Create().Parse(args)));

    [Theory]
    [InlineData("publish", "--", "--onse")]
    [InlineData("publish", "--once", "--title", "-5 degrees", "a.mp4")]
    [InlineData("publish", "-")]
    [InlineData("check", "--verbose", "asset_1")]
    [InlineData("plan", "a.mp4", "--trim-end", "5.5", "--cost-cap", "0.25", "--profile", "fast")]
    [InlineData("publish", "a.mp4", "--watermark", "sign.png", "--watermark-corner", "topLeft")]
    public void What_is_right_is_no_mistake(params string[] args) =>
        Assert.Null(Mistake.In(CommandLineApplication.Create().Parse(args)));
}
