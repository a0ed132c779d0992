using System.Text.Json.Nodes;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Stores;

public sealed class DocumentTests
{
    private static readonly Document<Sample> Third = new(
        "sample",
        document =>
        {
            document["title"] = document["name"]?.DeepClone();
            document.Remove("name");
        },
        document => document["stars"] = document["title"]!.GetValue<string>().Length);

    [Fact]
    public void An_old_document_is_lifted_version_by_version() =>
        Assert.Equal(new Sample(3, "sea", 3), Third.Read("""{"schemaVersion":1,"name":"sea"}"""));

    [Fact]
    public void A_document_in_between_is_lifted_from_where_it_is() =>
        Assert.Equal(new Sample(3, "sea", 3), Third.Read("""{"schemaVersion":2,"title":"sea"}"""));

    [Fact]
    public void A_current_document_is_read_as_it_is() =>
        Assert.Equal(new Sample(3, "sea", 9), Third.Read(Document<Sample>.Write(new Sample(3, "sea", 9))));

    [Fact]
    public void A_document_of_a_newer_release_is_refused_with_what_to_do()
    {
        var error = Assert.Throws<InvalidDataException>(() => Third.Read("""{"schemaVersion":4}"""));

        Assert.Contains("schema version 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_members_of_a_document_do_no_harm() =>
        Assert.Equal(
            new Sample(1, "sea", 2),
            new Document<Sample>("sample").Read("""{"schemaVersion":1,"title":"sea","stars":2,"later":{}}"""));

    private sealed record Sample(int SchemaVersion, string Title, int Stars);
}
