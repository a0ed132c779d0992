using System.Text.Json;
using Spectre.Console;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Testing;

/// <summary>Runs the tests of the web pages: units, then the pages in a real browser.</summary>
internal sealed class WebTests(Checkout checkout, IAnsiConsole people)
{
    public async Task<TestCounts> RunAsync(string resultsFolder, CancellationToken ct) =>
        await RunUnitsAsync(resultsFolder, ct) + await RunBrowserAsync(ct);

    private async Task<TestCounts> RunBrowserAsync(CancellationToken ct)
    {
        var ran = await Tool.TryRunAsync("npm", ["run", "--silent", "test:browser"], checkout.Web, null, ct);
        var counts = TestCounts.FromPlainLine(ran?.Output) ?? new TestCounts(0, 1, 0);
        people.WriteLine($"web in Chromium: {counts}");
        if (counts.Failed > 0)
        {
            people.WriteLine(ran?.Output + ran?.Errors);
        }

        return counts;
    }

    private async Task<TestCounts> RunUnitsAsync(string resultsFolder, CancellationToken ct)
    {
        var file = Path.Combine(Directory.CreateDirectory(resultsFolder).FullName, "web.json");
        File.Delete(file);
        var ran = await Tool.TryRunAsync("npx", ["--no-install", "vitest", "run", "--reporter=json", $"--outputFile={file}"], checkout.Web, null, ct);
        var counts = File.Exists(file) ? Read(file) : new TestCounts(0, 1, 0);
        people.WriteLine($"web: {counts}");
        if (counts.Failed > 0)
        {
            people.WriteLine(ran?.Output + ran?.Errors);
        }

        return counts;
    }

    private static TestCounts Read(string file)
    {
        using var results = JsonDocument.Parse(File.ReadAllBytes(file));
        int Count(string name) => results.RootElement.GetProperty(name).GetInt32();
        return new(Count("numPassedTests"), Count("numFailedTests"), Count("numPendingTests") + Count("numTodoTests"));
    }
}
