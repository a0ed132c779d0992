using System.Diagnostics;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary><c>./stream up</c> on a data folder that is there already, at whatever port is free.</summary>
internal sealed class RestoredPlatform : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _drained;

    private RestoredPlatform(Process process, Uri url, Task drained) => (_process, Url, _drained) = (process, url, drained);

    public Uri Url { get; }

    public static async Task<RestoredPlatform> StartAsync(string data, IEnumerable<(string Name, string Value)> settings)
    {
        var process = CommandLine.Start(
            Repository.StreamCommand, ["up", "--port", "0", "--data", data], settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var ending = limit.Token.Register(() => process.Kill());
        var errors = process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        const string serving = "Serving at ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith(serving, StringComparison.Ordinal))
                return new(process, new Uri(line[serving.Length..]), Task.WhenAll(errors, process.StandardOutput.ReadToEndAsync()));
        }

        throw new InvalidOperationException($"stream up did not serve: {string.Join('\n', said)} {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        using (var _ = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
            await _process.WaitForExitAsync(limit.Token);
        await _drained;
        _process.Dispose();
    }
}
