using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StreamPlatform.Media.Tests.Parsers;

/// <summary>Runs the scripts beside it, which need the npm packages of the tests.</summary>
internal static class Node
{
    private static readonly string Folder = Here();

    public static bool PackagesInstalled => Directory.Exists(Path.Combine(Folder, "../../node_modules"));

    /// <summary>What a script makes of the input, both JSON.</summary>
    public static async Task<JsonElement> RunAsync(string script, object input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", script)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output).RootElement;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
