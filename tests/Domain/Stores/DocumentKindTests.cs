using System.Reflection;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Stores;

public sealed class DocumentKindTests
{
    private sealed record Thing(string Partition, string Id, string Sort = "a");

    private static readonly DocumentKind<Thing> Kind = new("thing", DocumentContainer.Catalog, thing => new DocumentKey(thing.Partition, thing.Id)) { PlaceOf = thing => new ListPlace("", thing.Sort) };

    /// <summary>They share tables and containers.</summary>
    [Fact]
    public void No_two_kinds_have_the_same_name()
    {
        var kinds = typeof(IDocuments).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(DocumentKind<>))
            .Select(property => (string)property.PropertyType.GetProperty("Name")!.GetValue(property.GetValue(null))!);

        Assert.All(kinds.CountBy(name => name), each => Assert.Equal(1, each.Value));
    }

    [Theory]
    [InlineData("", "id")]
    [InlineData("partition", "")]
    [InlineData("with space", "id")]
    [InlineData("partition", "ümlaut")]
    [InlineData("partition", "line\n")]
    public void A_key_is_printable_ascii(string partition, string id) => Assert.Throws<ArgumentException>(() => Kind.Add(new Thing(partition, id)));

    [Fact]
    public void A_key_and_a_sort_are_bounded()
    {
        var longest = new string('a', DocumentKey.Longest);

        Assert.NotNull(Kind.Add(new Thing(longest, longest, longest)));
        Assert.Throws<ArgumentException>(() => Kind.Add(new Thing(longest + "a", "id")));
        Assert.Throws<ArgumentException>(() => Kind.Add(new Thing("partition", longest + "a")));
        Assert.Throws<ArgumentException>(() => Kind.Add(new Thing("partition", "id", longest + "a")));
        Assert.Throws<ArgumentException>(() => Kind.Add(new Thing("partition", "id", "a b")));
    }
}
