using System.Collections.Concurrent;
using Spectre.Console;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Testing;

/// <summary>
/// Builds everything once, then runs the test projects, quick and telling ones first and two at a time; those whose players would notice a busy machine come
/// last and alone.
/// </summary>
internal sealed class TestSuite(Checkout checkout, IAnsiConsole people)
{
    private static readonly string[] Order = ["Architecture", "Infra", "Domain", "Media", "Orchestrations", "Functions", "Azure", "Local"];

    /// <summary>A project by itself leaves a third of two cores idle, waiting for processes and stores.</summary>
    private const int AtOnce = 2;

    private static readonly string[] Alone = ["EndToEnd", "Live"];

    /// <summary>How long one test may take: the drills of <c>tests/faults</c> take longer than any other.</summary>
    private static readonly string HangLimit = Environment.GetEnvironmentVariable("TEST_HANG_TIMEOUT") ?? "8m";

    private readonly string _results = Path.Combine(checkout.Root, "artifacts", "embedded", "test-results");

    public async Task<TestCounts> RunAsync(string? filter, CancellationToken ct)
    {
        if (!await BuildAsync(ct))
        {
            return new TestCounts(0, 1, 0);
        }

        var ran = new ConcurrentBag<TestCounts>();
        foreach (var projects in Projects().GroupBy(project => Alone.Contains(Name(project))).OrderBy(alone => alone.Key))
        {
            await Parallel.ForEachAsync(
                projects,
                new ParallelOptions { MaxDegreeOfParallelism = projects.Key ? 1 : AtOnce, CancellationToken = ct },
                async (project, stop) => ran.Add(await RunProjectAsync(project, filter, stop)));
        }

        var total = ran.Aggregate(TestCounts.None, (sum, counts) => sum + counts);
        if (filter is null && File.Exists(Path.Combine(checkout.Web, "package.json")))
        {
            total += await new WebTests(checkout, people).RunAsync(_results, ct);
        }

        return total;
    }

    private IEnumerable<string> Projects() => Directory
        .EnumerateFiles(checkout.Tests, "*.csproj", SearchOption.AllDirectories)
        .OrderBy(file => Array.IndexOf(Order, Name(file)) is >= 0 and var place ? place : Order.Length)
        .ThenBy(file => file, StringComparer.Ordinal);

    private static string Name(string project) => Path.GetFileName(Path.GetDirectoryName(project))!;

    private async Task<bool> BuildAsync(CancellationToken ct)
    {
        people.WriteLine("Building everything…");
        // Release, as the command itself is: so nothing that runs is built over.
        var build = await Tool.TryRunAsync(
            "dotnet", ["build", checkout.Solution, "-c", "Release", "-v", "quiet", "-nodeReuse:false"], checkout.Root, null, ct);
        if (build is not { Succeeded: true })
        {
            people.WriteLine(build?.Output ?? "");
            people.WriteLine("The solution does not build.");
            return false;
        }

        return true;
    }

    private async Task<TestCounts> RunProjectAsync(string project, string? filter, CancellationToken ct)
    {
        var name = Name(project);
        var trx = Path.Combine(Directory.CreateDirectory(_results).FullName, $"{name}.trx");
        File.Delete(trx);
        var arguments = new List<string>
        {
            "test", project, "-c", "Release", "--no-build", "--nologo", "--logger", $"trx;LogFileName={name}.trx",
            "--logger", "console;verbosity=minimal", "--results-directory", _results, "--blame-hang-timeout", HangLimit, "--blame-hang-dump-type", "none",
        };
        if (filter is not null)
        {
            arguments.AddRange(["--filter", filter]);
        }

        var ran = await Tool.TryRunAsync("dotnet", arguments, checkout.Root, null, ct);
        var counts = File.Exists(trx) ? TestCounts.FromTrx(trx) : TestCounts.None;
        if (ran is not { Succeeded: true } && counts.Failed == 0)
        {
            counts += new TestCounts(0, 1, 0); // it ended before it could say which
        }

        // In one piece: another project may end at the same time.
        people.WriteLine(counts.Failed > 0 ? $"{name}: {counts}{Environment.NewLine}{ran?.Output}{ran?.Errors}" : $"{name}: {counts}");

        return counts;
    }
}
