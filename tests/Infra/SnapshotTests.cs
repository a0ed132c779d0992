namespace StreamPlatform.Infra.Tests;

/// <summary>
/// What each size would deploy is committed beside its parameters, so that a review sees what a change of Bicep changes.
/// UPDATE_SNAPSHOTS=1 writes the snapshots anew.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public async Task The_committed_snapshot_is_what_would_be_deployed(string size)
    {
        var (exit, printed) = await BicepCli.SnapshotAsync(Checkout.Infra, $"main.{size}.bicepparam", Update ? "overwrite" : "validate");
        Assert.Equal("", printed);
        Assert.Equal(0, exit);
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_snapshot_shows_every_resource(string size)
    {
        // A module that can't be expanded without Azure would be hidden from the policy tests; the compiler says so here.
        Assert.Empty(Deployment.Of(size).Diagnostics);
        Assert.DoesNotContain(Deployment.Of(size).Resources, resource => resource.Type == "Microsoft.Resources/deployments");
    }
}
