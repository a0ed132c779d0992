using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Discovery;

namespace StreamPlatform.Local.Tests.Host;

public class NamePatternTests
{
    [Theory]
    [InlineData("{assetId}/{uploadId}", "a1/u1", "a1", "u1")]
    [InlineData("{assetId}/{uploadId}", "a1/u1/more", "a1", "u1/more")]
    [InlineData("{a}-{b}.json", "one-two-three.json", "one", "two-three")]
    public void A_pattern_takes_a_name_apart(string pattern, string name, params string[] parts)
    {
        var read = new NamePattern(pattern);
        Assert.Equal(parts, read.Names.Select(part => read.Match(name)![part]));
        Assert.Equal(name, read.Fill(read.Match(name)!));
    }

    [Theory]
    [InlineData("{assetId}/{uploadId}", "a1")]
    [InlineData("{name}.json", "a.jsonx")]
    [InlineData("fixed/{name}", "other/x")]
    public void A_name_that_does_not_fit_gives_nothing(string pattern, string name) => Assert.Null(new NamePattern(pattern).Match(name));

    [Theory]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/uploads/a%20b/c.json?comp=blocklist&sig=x HTTP/1.1\" 201 -", "uploads", "a b/c.json")]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/markers/a/b.json HTTP/1.1\" 201 -", "markers", "a/b.json")]
    public void A_blob_that_was_written_is_read_from_the_access_log(string line, string container, string name) =>
        Assert.Equal(new AccessLogLine.BlobWritten(container, name), AccessLogLine.Parse(line));

    [Fact]
    public void A_message_that_was_sent_is_read_from_the_access_log() => Assert.Equal(
        new AccessLogLine.MessageSent("transcode-high"),
        AccessLogLine.Parse("::1 - - [22/Nov/2026:22:42:55 +0000] \"POST /devstoreaccount1/transcode-high/messages HTTP/1.1\" 201 -"));

    [Theory]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/uploads/a?comp=block&blockid=x HTTP/1.1\" 201 -")]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/uploads/a?comp=metadata HTTP/1.1\" 200 -")]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/uploads?restype=container HTTP/1.1\" 201 -")]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"PUT /devstoreaccount1/uploads/a HTTP/1.1\" 409 -")]
    [InlineData("127.0.0.1 - - [22/Nov/2026:22:42:55 +0000] \"GET /devstoreaccount1/q/messages HTTP/1.1\" 200 -")]
    [InlineData("Azurite Blob service is starting at http://127.0.0.1:21000")]
    public void Other_lines_of_the_access_log_say_nothing(string line) => Assert.Null(AccessLogLine.Parse(line));
}
