using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Each queue of work items has a job that it starts.</summary>
public sealed class TranscodeJobsTests
{
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Each_queue_starts_its_own_job_with_an_identity(string size)
    {
        var deployment = Deployment.Of(size);
        var rules = Jobs(size).Select(job => job.At("properties", "configuration", "eventTriggerConfig", "scale", "rules", "0")!).ToList();
        Assert.Equal(WorkQueues.ByPriority, rules.Select(rule => rule["metadata"]!["queueName"]!.ToString()));
        Assert.All(rules, rule => Assert.Equal("azure-queue", rule["type"]!.ToString()));
        Assert.All(rules, rule => Assert.Contains("id-transcoder", rule["identity"]!.ToString(), StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Equal(deployment.Content.Name, rule["metadata"]!["accountName"]!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_queue_repeats_an_item_the_job_does_not(string size) => Assert.All(Jobs(size), job =>
    {
        Assert.Equal("0", job.Text("properties", "configuration", "replicaRetryLimit"));
        Assert.Equal("1", job.Text("properties", "configuration", "eventTriggerConfig", "parallelism"));
        Assert.Equal("3600", job.Text("properties", "configuration", "replicaTimeout"));
    });

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Scratch_is_a_folder_of_the_replica_and_the_job_is_told_where(string size) => Assert.All(Jobs(size), job =>
    {
        Assert.Equal("EmptyDir", job.Text("properties", "template", "volumes", "0", "storageType"));
        Assert.Equal(
            Deployment.Of(size).JobSettings["Transcode__ScratchFolder"],
            job.Text("properties", "template", "containers", "0", "volumeMounts", "0", "mountPath"));
    });

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Exactly_one_job_is_what_azd_deploys(string size) =>
        Assert.Equal("transcoder", Assert.Single(Jobs(size).Select(job => job.Text("tags", "azd-service-name")).OfType<string>()));

    private static IReadOnlyList<Resource> Jobs(string size) => [.. Deployment.Of(size).OfType("Microsoft.App/jobs")];
}
