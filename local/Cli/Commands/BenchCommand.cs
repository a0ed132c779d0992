using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream bench</c>: measures, each figure beside its baseline.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Benches to run, such as pipeline. Default: all of them.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("bench", "Measure the platform. Prints rows of JSON with name, value, unit, baseline, ratio.") { names };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(names) ?? [], Terminal.ForPrograms, ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, Terminal terminal, CancellationToken ct)
    {
        var checkout = Checkout.Current;
        await new Setup(checkout, terminal.People).ForPlatformAsync(ct);
        terminal.People.WriteLine("Building the benches…");
        var build = await Tool.TryRunAsync("dotnet", ["build", checkout.Bench, "-c", "Release", "-v", "quiet", "-nodeReuse:false"], ct);
        if (build is not { Succeeded: true })
        {
            throw new CommandFailure("cli.bench_build", $"The benches don't build: {build?.LastWords}");
        }

        var program = Path.Combine(checkout.Root, "artifacts", "embedded", "bin", "StreamPlatform.Bench", "release", "StreamPlatform.Bench.dll");
        return await PassThrough.RunAsync("dotnet", [program, .. names], checkout.Root, ct);
    }
}
