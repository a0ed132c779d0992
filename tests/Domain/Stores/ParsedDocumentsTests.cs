using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Stores;

public sealed class ParsedDocumentsTests
{
    private readonly ParsedDocuments _parsed = new(capacity: 2);
    private int _reads;

    [Fact]
    public void What_has_the_same_etag_is_parsed_once()
    {
        Assert.Same(Read("v1", "one"), Read("v1", "never read"));
        Assert.Equal("two", Read("v2", "two").Text);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public void What_was_read_longest_ago_is_forgotten_first()
    {
        Read("v1", "one");
        Read("v2", "two");
        Read("v1", "");
        Read("v3", "three");

        Assert.Equal("one", Read("v1", "again").Text);
        Assert.Equal("again", Read("v2", "again").Text);
    }

    [Fact]
    public void Long_documents_are_not_kept()
    {
        Read("v1", new string('x', 40_000));

        Assert.Equal("again", Read("v1", "again").Text);
    }

    private Note Read(string etag, string text) => _parsed.Read(
        etag,
        () =>
        {
            _reads++;
            return text;
        },
        read => new Note(read));

    private sealed record Note(string Text);
}
