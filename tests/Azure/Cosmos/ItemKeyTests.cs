using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed class ItemKeyTests
{
    [Theory]
    [InlineData("asset_0123456789abcdefghjkmnpqrs", "asset_0123456789abcdefghjkmnpqrs")]
    [InlineData("minutes:asset_1:2", "minutes:asset_1:2")]
    [InlineData("a/b\\c?d#e", "a=2Fb=5Cc=3Fd=23e")]
    [InlineData("a=2F", "a=3D2F")]
    [InlineData("ö ", "=C3=B6=20")]
    public void A_name_is_an_id_without_what_ids_can_not_have(string name, string id) => Assert.Equal(id, ItemKey.Encode(name));

    [Fact]
    public void Names_that_differ_have_ids_that_differ()
    {
        string[] names = ["a/b", "a=2Fb", "a\\b", "a b", "ab", "A/B", "a/b/", "ä", "a\u0308"];
        Assert.Equal(names.Length, names.Select(ItemKey.Encode).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1024)]
    public void A_name_that_is_empty_or_too_long_for_an_id_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => ItemKey.Encode(new string('a', length)));
}
