using System.Diagnostics;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Holds every answer that owners get in these tests to the API's description, by other people's validators (answers.mjs).</summary>
internal static class DescribedAnswers
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static Process? _checker;

    public static async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage response, string body)
    {
        var path = request.RequestUri!.AbsolutePath["/api".Length..];
        var line = JsonSerializer.Serialize(new { method = request.Method.Method, path, status = (int)response.StatusCode, type = response.Content.Headers.ContentType?.MediaType, body });
        await Turn.WaitAsync();
        try
        {
            _checker ??= await StartAsync();
            await _checker.StandardInput.WriteLineAsync(line);
            var verdict = await _checker.StandardOutput.ReadLineAsync();
            Assert.True(verdict == "ok", $"{request.Method} {path}: {verdict}\n{body}");
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<Process> StartAsync()
    {
        // It ends with its input, and so with this process.
        var checker = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "answers.mjs"), Path.Combine(Repository.Root, "docs", "openapi.json")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var verdict = await checker.StandardOutput.ReadLineAsync();
        Assert.True(verdict == "valid", $"docs/openapi.json: {verdict}");
        return checker;
    }
}
