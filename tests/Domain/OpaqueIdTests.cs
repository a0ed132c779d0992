namespace StreamPlatform.Domain.Tests;

public sealed class OpaqueIdTests
{
    [Fact]
    public void An_id_from_a_seed_is_the_same_each_time_and_looks_like_any_other()
    {
        var id = OpaqueId.From("asset", "request_1");
        Assert.True(OpaqueId.IsValid(id, "asset"));
        Assert.Equal(id, OpaqueId.From("asset", "request_1"));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(i => OpaqueId.From("asset", $"{i}")).Distinct().Count());
        Assert.NotEqual(id[6..], OpaqueId.From("upload", "request_1")[7..]);
    }
}
