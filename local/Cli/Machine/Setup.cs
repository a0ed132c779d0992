using Spectre.Console;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>
/// Brings in what is missing, and only that: with everything in place it reads a few small files and starts no process.
/// </summary>
internal sealed class Setup(Checkout checkout, IAnsiConsole people)
{
    /// <summary>ffmpeg, Node.js, Azurite, and the web pages where they can be built.</summary>
    public async Task ForPlatformAsync(CancellationToken ct)
    {
        using var alone = await AloneAsync(ct);
        await InstallAsync([Packages.Ffmpeg, Packages.Node], ct);
        await NodePackagesAsync(checkout.Root, ct);
        if (WebPagesOutdated())
        {
            try
            {
                await BuildWebPagesAsync(ct);
            }
            catch (CommandFailure failure)
            {
                people.MarkupLineInterpolated($"[yellow]The web pages are not built, so the watch page won't show: {failure.Message}[/]");
            }
        }
    }

    /// <summary>All of it, Chromium too.</summary>
    public async Task ForTestsAsync(CancellationToken ct)
    {
        using var alone = await AloneAsync(ct);
        IReadOnlyList<Package> needed = [Packages.Ffmpeg, Packages.Node, Packages.Redis];
        await InstallAsync(Browser.Installed ? needed : [.. needed, Packages.Chromium], ct);
        await NodePackagesAsync(checkout.Root, ct);
        await NodePackagesAsync(checkout.Web, ct);
        await NodePackagesAsync(checkout.Tests, ct);
        if (WebPagesOutdated())
        {
            await BuildWebPagesAsync(ct);
        }
    }

    private async Task InstallAsync(IReadOnlyList<Package> packages, CancellationToken ct)
    {
        var missing = packages.Where(package => !package.Installed).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var names = string.Join(' ', missing.Select(package => package.Names));
        if (!Environment.IsPrivilegedProcess || Tool.Find("apt-get") is null)
        {
            throw new CommandFailure("cli.packages_missing", $"Missing on this machine: {names}. Run {Packages.InstallCommand(missing)}, then this again.");
        }

        await StepAsync($"Installing {names}", "apt-get", ["update", "-qq"], checkout.Root, ct);
        await StepAsync($"Installing {names}", "apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. names.Split(' ')], checkout.Root, ct);
    }

    private async Task NodePackagesAsync(string folder, CancellationToken ct)
    {
        if (NodeModules.Stale(folder).Count > 0)
        {
            await CheckNodeAsync(ct);
            var where = folder == checkout.Root ? "" : $" of {Path.GetRelativePath(checkout.Root, folder)}";
            await StepAsync($"Installing npm packages{where}", "npm", ["ci", "--no-audit", "--no-fund"], folder, ct);
        }
    }

    /// <summary>Distributions carry old ones for years, and npm fails with pages of text on them.</summary>
    private static async Task CheckNodeAsync(CancellationToken ct)
    {
        if (await NodeVersion.FindAsync(ct) is { IsNewEnough: false } old)
        {
            throw new CommandFailure(
                "cli.node_too_old",
                $"Node.js {old.Text} is too old: install {NodeVersion.LeastMajor} or newer from https://nodejs.org/download, then run this again.");
        }
    }

    private async Task BuildWebPagesAsync(CancellationToken ct)
    {
        await NodePackagesAsync(checkout.Web, ct);
        await StepAsync("Building the web pages", "npm", ["run", "build"], checkout.Web, ct);
    }

    private bool WebPagesOutdated()
    {
        if (!File.Exists(Path.Combine(checkout.Web, "package.json")))
        {
            return false;
        }

        var built = new FileInfo(Path.Combine(checkout.WebPages, "index.html"));
        return !built.Exists || Sources().Any(file => file.LastWriteTimeUtc > built.LastWriteTimeUtc);
    }

    private IEnumerable<FileInfo> Sources()
    {
        var web = new DirectoryInfo(checkout.Web);
        return web.EnumerateDirectories()
            .Where(folder => folder.Name is not ("node_modules" or "dist" or "tests" or "test-results"))
            .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
            .Concat(web.EnumerateFiles());
    }

    private async Task StepAsync(string what, string program, IReadOnlyList<string> arguments, string folder, CancellationToken ct)
    {
        people.MarkupLineInterpolated($"[grey]{what}…[/]");
        var ran = await Tool.TryRunAsync(program, arguments, folder, null, ct);
        if (ran is not { Succeeded: true })
        {
            throw new CommandFailure(
                "cli.setup_failed",
                $"{what} failed: '{program} {string.Join(' ', arguments)}' said: {ran?.LastWords ?? "there is no such program"}");
        }
    }

    /// <summary>
    /// One setup at a time, also among several commands that start together. Null in a checkout that belongs to someone else,
    /// where this user can bring in nothing and needs nothing that is there already.
    /// </summary>
    private async Task<FileStream?> AloneAsync(CancellationToken ct)
    {
        var file = Path.Combine(checkout.Root, "artifacts", ".setup-lock");
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
            }
        }
    }
}
