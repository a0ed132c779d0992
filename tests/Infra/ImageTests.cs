using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>What can be told of an image without building it.</summary>
public sealed partial class ImageTests
{
    /// <summary>A moving tag would give a new operating system, or a new .NET, with a rebuild of the same sources.</summary>
    [Theory]
    [InlineData("transcoder")]
    [InlineData("live")]
    public void Every_base_image_is_pinned_to_a_release(string room)
    {
        var images = Lines(room).Select(line => From().Match(line)).Where(from => from.Success).Select(from => from.Groups["image"].Value).ToList();

        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+-\w+", image));
    }

    [Theory]
    [InlineData("transcoder")]
    [InlineData("live")]
    public void It_runs_as_somebody_who_owns_nothing_but_a_folder(string room)
    {
        var lines = Lines(room);
        var user = Array.FindLastIndex(lines, line => line.StartsWith("USER ", StringComparison.Ordinal));

        Assert.Equal($"USER {room}", lines[user]);
        Assert.True(user > Array.FindLastIndex(lines, line => Regex.IsMatch(line, "^(FROM|RUN|COPY) ")), "Something after USER would run as it.");
        Assert.Contains(lines, line => line.Contains("useradd --system", StringComparison.Ordinal) && line.EndsWith($" {room}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("transcoder")]
    [InlineData("live")]
    public void No_secret_can_get_into_it(string room)
    {
        Assert.DoesNotContain(Lines(room), line => Regex.IsMatch(line, "^(ARG|ENV).*(key|secret|password|token|connection)", RegexOptions.IgnoreCase));
        var ignored = File.ReadAllLines(Path.Combine(Checkout.Root, ".dockerignore"));
        Assert.All(new[] { ".git", ".azure", "**/.env*", "**/local.settings.json" }, pattern => Assert.Contains(pattern, ignored));
    }

    /// <summary>The entry point, what it needs to start, and the files that it says it needs; nothing besides.</summary>
    [Theory]
    [InlineData("transcoder")]
    [InlineData("live")]
    public async Task What_is_published_is_the_program_and_what_it_needs(string room)
    {
        using var folder = new TemporaryFolder();
        await DotNet.RunAsync("publish", room, "-c", "Release", "--no-build", "--no-self-contained", "-v", "quiet", "-o", folder.Path);

        var entry = EntryPoint().Match(Lines(room)[^1]).Groups["dll"].Value;
        var name = Path.GetFileNameWithoutExtension(entry);
        using var needs = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, $"{name}.deps.json")));
        var listed = needs.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => new[] { "runtime", "runtimeTargets", "native" }.Where(kind => library.Value.TryGetProperty(kind, out _)).SelectMany(kind => library.Value.GetProperty(kind).EnumerateObject()))
            .Select(file => Path.GetFileName(file.Name)).ToHashSet();
        var published = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).ToHashSet();

        Assert.Contains(entry, published);
        Assert.Contains($"{name}.runtimeconfig.json", published);
        Assert.DoesNotContain(published.Except(listed).Where(file => file != name), file => Path.GetExtension(file) is not (".json" or ".pdb" or ".xml") || file.Contains("settings", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Lines(string room) => File.ReadAllLines(Path.Combine(Checkout.Root, room, "Dockerfile"));

    [GeneratedRegex(@"^FROM (?<image>\S+)")]
    private static partial Regex From();

    [GeneratedRegex("/app/(?<dll>[^\"]+)")]
    private static partial Regex EntryPoint();
}
