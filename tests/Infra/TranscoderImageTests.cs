using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>What can be told of the transcoder's image without building it.</summary>
public sealed partial class TranscoderImageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Checkout.Root, "transcoder", "Dockerfile"));

    /// <summary>A moving tag would give a new operating system, or a new .NET, with a rebuild of the same sources.</summary>
    [Fact]
    public void Every_base_image_is_pinned_to_a_release()
    {
        var images = Lines.Select(line => From().Match(line)).Where(from => from.Success).Select(from => from.Groups["image"].Value).ToList();

        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+-\w+", image));
    }

    [Fact]
    public void It_runs_as_somebody_who_owns_nothing_but_the_scratch_folder()
    {
        var user = Array.FindLastIndex(Lines, line => line.StartsWith("USER ", StringComparison.Ordinal));

        Assert.DoesNotContain(Lines[user], new[] { "USER root", "USER 0" });
        Assert.True(user > Array.FindLastIndex(Lines, line => Regex.IsMatch(line, "^(FROM|RUN|COPY) ")), "Something after USER would run as it.");
        Assert.Contains(Lines, line => line.Contains("useradd --system", StringComparison.Ordinal) && line.EndsWith("transcoder", StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_can_get_into_it()
    {
        Assert.DoesNotContain(Lines, line => Regex.IsMatch(line, "^(ARG|ENV).*(key|secret|password|token|connection)", RegexOptions.IgnoreCase));
        var ignored = File.ReadAllLines(Path.Combine(Checkout.Root, ".dockerignore"));
        Assert.All(new[] { ".git", ".azure", "**/.env*", "**/local.settings.json" }, pattern => Assert.Contains(pattern, ignored));
    }

    /// <summary>The entry point, what it needs to start, and the assemblies that it says it needs; nothing besides.</summary>
    [Fact]
    public async Task What_is_published_is_the_job_and_what_it_needs()
    {
        using var folder = new TemporaryFolder();
        await DotNet.RunAsync("publish", "transcoder", "-c", "Release", "--no-build", "--no-self-contained", "-v", "quiet", "-o", folder.Path);

        var entry = EntryPoint().Match(Lines[^1]).Groups["dll"].Value;
        var name = Path.GetFileNameWithoutExtension(entry);
        using var needs = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, $"{name}.deps.json")));
        var assemblies = needs.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => new[] { "runtime", "runtimeTargets", "native" }.Where(kind => library.Value.TryGetProperty(kind, out _)).SelectMany(kind => library.Value.GetProperty(kind).EnumerateObject()))
            .Select(file => Path.GetFileName(file.Name)).Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).ToHashSet();
        var published = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).ToHashSet();

        Assert.Contains(entry, published);
        Assert.Contains($"{name}.runtimeconfig.json", published);
        Assert.Empty(published.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Except(assemblies));
        Assert.DoesNotContain(published.Where(file => file != name), file => Path.GetExtension(file) is not (".dll" or ".json" or ".pdb" or ".xml") || file.Contains("settings", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^FROM (?<image>\S+)")]
    private static partial Regex From();

    [GeneratedRegex("/app/(?<dll>[^\"]+)")]
    private static partial Regex EntryPoint();
}
