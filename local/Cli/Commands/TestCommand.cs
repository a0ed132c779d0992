using System.CommandLine;
using StreamPlatform.Local.Cli.Machine;
using StreamPlatform.Local.Cli.Testing;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream test</c>: everything that is tested, with a plain last line for machines.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Only .NET tests that match, as dotnet test --filter takes it, such as FullyQualifiedName~Upload.", HelpName = "EXPRESSION" };
        var command = new Command("test", "Run the tests. The last line is 'N passed, N failed, N skipped'.") { filter };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(filter), Terminal.Standard, ct));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, Terminal terminal, CancellationToken ct)
    {
        var checkout = Checkout.Current;
        await new Setup(checkout, terminal.People).ForTestsAsync(ct);
        Browser.TellChildren();
        var counts = await new TestSuite(checkout, terminal.People).RunAsync(filter, ct);
        await terminal.Results.WriteLineAsync(counts.ToString());
        return counts.Failed == 0 ? ExitCodes.Success : ExitCodes.Fault;
    }
}
