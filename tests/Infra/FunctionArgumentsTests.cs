using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>
/// What the genuine attributes take, and what the genuine worker binds to: our own of the embedded runtime would take more,
/// and a function that compiles against them might not start on Azure.
/// </summary>
public sealed partial class FunctionArgumentsTests
{
    private const string Text = "^(\"[^\"]*\"|[A-Z]\\w*)$";
    private const string Flag = "^(true|false)$";

    /// <summary>Arguments in their order, the last of <c>Http</c> as often as wanted; the fewest that must be there; the type of the parameter.</summary>
    private static readonly Dictionary<string, (string[] Arguments, int Least, string Bound)> Triggers = new()
    {
        ["Http"] = (["^AuthorizationLevel\\.(Anonymous|Function|Admin)$", "^\"(get|post|put|patch|delete)\"$"], 2, "HttpRequest"),
        ["Blob"] = ([Text], 1, "BlobClient"),
        ["Queue"] = ([Text], 1, "\\w+"),
        ["EventHub"] = ([Text], 1, "(byte\\[\\]|string)(\\[\\])?"),
        // Events are JSON: ours, or text. What needs the SDK's own type is unchecked here.
        ["ServiceBus"] = ([Text, Text], 1, "(?!ServiceBus)\\w+"),
        ["Timer"] = ([Text], 1, "TimerInfo"),
        ["Orchestration"] = ([], 0, "TaskOrchestrationContext"),
        ["Activity"] = ([], 0, "\\w+"),
        ["Entity"] = ([], 0, "TaskEntityDispatcher"),
    };

    private static readonly Dictionary<string, string> Named = new()
    {
        ["Route"] = Text, ["Connection"] = Text, ["ConsumerGroup"] = Text, ["EntityName"] = Text, ["Orchestration"] = Text, ["Activity"] = Text,
        ["Source"] = "^BlobTriggerSource\\.EventGrid$",
        ["IsSessionsEnabled"] = Flag, ["IsBatched"] = Flag, ["AutoCompleteMessages"] = Flag, ["RunOnStartup"] = Flag, ["UseMonitor"] = Flag,
    };

    /// <summary>Without it the host looks for a connection string in a setting of its own choice, and we have no keys.</summary>
    private static readonly string[] NeedConnection = ["Blob", "Queue", "EventHub", "ServiceBus", "CosmosDB"];

    private static readonly List<(string File, string Kind, string[] Arguments, string Bound)> Used =
    [
        .. Checkout.Sources.Where(source => source.Path.StartsWith("functions", StringComparison.Ordinal) || source.Path.StartsWith("orchestrations", StringComparison.Ordinal))
            .SelectMany(source => Trigger().Matches(source.Text).Select(match => (
                source.Path, match.Groups["kind"].Value, Argument().Matches(match.Groups["arguments"].Value).Select(argument => argument.Value.Trim()).ToArray(), match.Groups["bound"].Value))),
    ];

    [Fact]
    public void Each_trigger_takes_arguments_of_the_genuine_kinds() => Assert.All(Used, trigger =>
    {
        var (expected, least, _) = Triggers[trigger.Kind];
        var positional = trigger.Arguments.Where(argument => !argument.Contains(" = ", StringComparison.Ordinal)).ToList();
        Assert.True(positional.Count >= least && (positional.Count <= expected.Length || trigger.Kind == "Http"), $"{trigger.File} has {positional.Count} arguments.");
        Assert.All(positional.Select((argument, place) => (Argument: argument, Kind: expected[Math.Min(place, expected.Length - 1)])), pair => Assert.Matches(pair.Kind, pair.Argument));
        Assert.All(trigger.Arguments.Except(positional).Select(argument => argument.Split(" = ", 2)), pair => Assert.Matches(Named[pair[0]], pair[1]));
    });

    [Fact]
    public void Each_trigger_gives_a_parameter_of_a_type_that_the_genuine_worker_binds() =>
        Assert.All(Used, trigger => Assert.Matches($"^{Triggers[trigger.Kind].Bound}$", trigger.Bound));

    [Fact]
    public void Each_trigger_that_has_a_connection_names_it() => Assert.All(
        Used.Where(trigger => NeedConnection.Contains(trigger.Kind)),
        trigger => Assert.Contains(trigger.Arguments, argument => argument.StartsWith("Connection = \"", StringComparison.Ordinal)));

    [Fact]
    public void The_sources_are_understood()
    {
        Assert.Equal(Checkout.Sources.Where(source => source.Path.StartsWith("functions", StringComparison.Ordinal) || source.Path.StartsWith("orchestrations", StringComparison.Ordinal)).Sum(source => AnyTrigger().Count(source.Text)), Used.Count);
        Assert.Superset(new HashSet<string> { "Http", "Blob", "ServiceBus", "EventHub", "Timer", "Orchestration", "Activity" }, Used.Select(trigger => trigger.Kind).ToHashSet());
    }

    [GeneratedRegex(@"\[(?<kind>\w+)Trigger(?:\((?<arguments>(?:""[^""]*""|[^()""])*)\))?\]\s*(?<bound>[\w.<>\[\]]+)")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"\[[A-Z]\w*Trigger\b")]
    private static partial Regex AnyTrigger();

    [GeneratedRegex(@"(?:""[^""]*""|[^,""])+")]
    private static partial Regex Argument();
}
