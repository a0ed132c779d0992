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

    [Fact]
    public void The_codes_of_every_errors_class_are_found() => Assert.Superset(
        new HashSet<string> { "upload.too_large", "quota.uploads", "asset.wrong_state", "auth.required", "request.in_progress", "source.not_media" },
        ErrorCodesPage.Find().Select(entry => entry.Code).ToHashSet());
}
