namespace StreamPlatform.Domain.Tests;

public sealed class ErrorCodesPageTests
{
    [Fact]
    public void The_page_of_error_codes_lists_what_the_code_says()
    {
        var page = ErrorCodesPage.Write(ErrorCodesPage.Find());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(ErrorCodesPage.Path, page);
        }

        Assert.Equal(page, File.ReadAllText(ErrorCodesPage.Path));
    }

    /// <summary>Of the rooms that answer clients; what only media tools tell stands in tests of theirs.</summary>
    [Fact]
    public void Every_code_the_api_tells_is_expected_by_a_test()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(ErrorCodesPage.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(file)).ToList();
        string[] rooms = [Path.Combine("src", "Domain"), "functions"];
        var told = ErrorCodesPage.Find()
            .Where(entry => entry.Status is not null && rooms.Any(room => entry.File.StartsWith(Path.Combine(ErrorCodesPage.Root, room) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Select(entry => entry.Code).Distinct().ToList();

        Assert.True(told.Count > 80, $"Only {told.Count} codes were found.");
        var expected = told.Where(code => tests.Exists(test => test.Contains($"\"{code}\"", StringComparison.Ordinal)));
        Assert.Equal(told, expected);
    }

    [Fact]
    public void The_codes_of_every_errors_class_are_found() => Assert.Superset(
        new HashSet<string> { "upload.too_large", "quota.uploads", "asset.wrong_state", "auth.required", "request.in_progress", "source.not_media" },
        ErrorCodesPage.Find().Select(entry => entry.Code).ToHashSet());
}
