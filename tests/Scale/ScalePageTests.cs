using StreamPlatform.Bench.Scale;
using StreamPlatform.Bench.Scale.Backlog;
using StreamPlatform.Bench.Scale.Cache;

namespace StreamPlatform.Scale.Tests;

public sealed class ScalePageTests
{
    private static readonly string Page = Path.Combine(Root(), "docs", "scale.md");

    [Fact]
    public void The_page_shows_what_the_sheet_and_the_simulations_give()
    {
        var book = PlatformModel.Create();
        var tables = ScalePage.Tables(book, new CacheTables(), new BacklogTables(book));
        var text = File.ReadAllText(Page);
        var filled = ScalePage.Fill(text, tables);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, filled);
            text = filled;
        }

        Assert.Equal(filled, text);
        Assert.Equal(tables.Keys.Order(), ScalePage.Named(text).Order());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
        return folder.FullName;
    }
}
