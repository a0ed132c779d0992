using System.Diagnostics;

namespace StreamPlatform.Hooks.Tests;

/// <summary>A checkout of its own, an azd environment, and a fake Azure behind fake commands: hooks run in it as azd runs them.</summary>
internal sealed class Deployment : IDisposable
{
    public const string BlobsKey = "Kq+9/secretBlobsKey==";
    public const string EncodedBlobsKey = "Kq%2B9%2FsecretBlobsKey%3D%3D";
    public const string ApiKey = "sk_secretApiKey123";
    public const string OperatorKey = "secretOperatorKey==";
    public const string Signature = "secretSignature";

    /// <summary>What hooks may call besides the fakes; nothing else of the machine is on their path.</summary>
    private static readonly string[] Tools =
        ["sh", "basename", "cat", "chmod", "cp", "cut", "dirname", "grep", "head", "mkdir", "mktemp", "rm", "sed", "sleep", "tail", "touch", "tr", "wc"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hooks-");
    private readonly Shell _shell;

    public Deployment(Shell shell)
    {
        _shell = shell;
        foreach (var folder in new[] { "bin", "state", "tmp", "home", "checkout/web/public", "checkout/infra/search" })
            Directory.CreateDirectory(At(folder));
        foreach (var script in Directory.EnumerateFiles(Repository.At("scripts"), "*", SearchOption.AllDirectories))
        {
            var copy = At("checkout", "scripts", Path.GetRelativePath(Repository.At("scripts"), script));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(script, copy);
        }

        File.WriteAllText(At("checkout/infra/search/videos.json"), """{"name":"videos"}""");
        File.WriteAllText(At("checkout/infra/search/videos-synonyms.json"), """{"name":"videos-synonyms"}""");
        foreach (var tool in Tools)
            File.CreateSymbolicLink(At("bin", tool), Which(tool));
        foreach (var fake in new[] { "az", "azd", "curl" })
            File.CreateSymbolicLink(At("bin", fake), Path.Combine(AppContext.BaseDirectory, "Fakes", fake));
    }

    /// <summary>What azd hands its hooks, and how the fakes behave. A test changes it.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["AZURE_SUBSCRIPTION_ID"] = "sub-1",
        ["AZURE_RESOURCE_GROUP"] = "rg-test",
        ["AZURE_WORK_RESOURCE_GROUP"] = "rg-work",
        ["AZURE_FUNCTION_APP_NAME"] = "func-test",
        ["AZURE_FUNCTION_URI"] = "https://func-test.azurewebsites.net",
        ["AZURE_CONTENT_STORAGE_ACCOUNT"] = "stcontent",
        ["AZURE_EVENTGRID_TOPIC"] = "evgt-content",
        ["AZURE_SEARCH_ENDPOINT"] = "https://srch-test.search.windows.net",
        ["AZURE_TRANSCODE_JOBS"] = "transcode-high-x,transcode-normal-x,transcode-low-x",
        ["AZURE_LIVE_APPS"] = "live-cell1-x,live-cell2-x",
        ["AZURE_WEB_URI"] = "https://video.example",
        ["SERVICE_TRANSCODER_IMAGE_NAME"] = "registry.example/transcoder:2",
        ["SERVICE_LIVE_IMAGE_NAME"] = "registry.example/live:2",
        ["STREAMPLATFORM_HOOK_PAUSE"] = "0",
        ["FAKE_BLOBS_KEY"] = BlobsKey,
        ["FAKE_API_KEY"] = ApiKey,
        ["FAKE_OPERATOR_KEY"] = OperatorKey,
        ["FAKE_SIGNATURE"] = Signature,
        ["FAKE_STATUSES"] = "uploading processing processing ready",
    };

    public string At(params string[] path) => Path.Combine([_folder.FullName, .. path]);

    public string Read(params string[] path) => File.Exists(At(path)) ? File.ReadAllText(At(path)) : "";

    public string[] AzCalls => Read("state", "az.log").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What Azure was given: bodies by name.</summary>
    public IReadOnlyDictionary<string, string> Bodies => Directory.EnumerateFiles(At("state"), "*.json")
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    public string[] Requests => Read("state", "requests.log").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void RemoveTool(string name) => File.Delete(At("bin", name));

    /// <summary>Runs a hook, as azd does: a path from the checkout's root.</summary>
    public HookResult Run(string hook)
    {
        var result = Start(hook);
        AssertNoSecretLeft(result.Output + result.Errors);
        return result;
    }

    /// <summary>Runs the script whose answer is a secret.</summary>
    public HookResult RunFirstKey()
    {
        var result = Start("first-key");
        AssertNoSecretLeft(result.Errors);
        return result;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private HookResult Start(string hook)
    {
        var start = new ProcessStartInfo(_shell.Program, [.. _shell.Arguments, $"scripts/{hook}.{_shell.Extension}"])
        {
            WorkingDirectory = At("checkout"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        start.Environment["HOME"] = At("home");
        start.Environment["PATH"] = At("bin");
        start.Environment["TMPDIR"] = At("tmp");
        start.Environment["FAKE_STATE"] = At("state");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new HookResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>After every run of every test: secrets were neither printed nor an argument, and nothing of them is left on disk.</summary>
    private void AssertNoSecretLeft(string printed)
    {
        var seen = printed + Read("state", "az.log") + Read("state", "curl.log");
        Assert.All([BlobsKey, EncodedBlobsKey, "secretBlobsKey", ApiKey, OperatorKey, Signature], secret => Assert.DoesNotContain(secret, seen));
        Assert.Empty(Directory.EnumerateFileSystemEntries(At("tmp")));
    }

    private static string Which(string tool) => new[] { "/bin", "/usr/bin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);
}
