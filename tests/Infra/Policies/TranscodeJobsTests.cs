using System.Globalization;
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
    public void The_lowest_priority_alone_has_nodes_of_its_own_and_enough_of_them(string size)
    {
        var profiles = Deployment.Of(size).OfType("Microsoft.App/managedEnvironments")
            .Single(environment => !environment.Name.StartsWith("cae-live-", StringComparison.Ordinal))
            .At("properties", "workloadProfiles")!.AsArray().ToDictionary(profile => profile!["name"]!.ToString(), profile => profile!);
        var jobs = Jobs(size).ToList();
        Assert.All(jobs[..^1], job => Assert.Equal("Consumption", job.Text("properties", "workloadProfileName")));
        Assert.Equal(size == "global" ? ["Consumption", "Dedicated"] : ["Consumption"], profiles.Keys);
        Assert.Equal(profiles.Keys.Last(), jobs[^1].Text("properties", "workloadProfileName"));
        if (profiles.TryGetValue("Dedicated", out var nodes))
        {
            Assert.Equal(("D16", "0"), (nodes["workloadProfileType"]!.ToString(), nodes["minimumCount"]!.ToString()));
            var most = int.Parse(jobs[^1].Text("properties", "configuration", "eventTriggerConfig", "scale", "maxExecutions")!, CultureInfo.InvariantCulture);
            var cores = int.Parse(jobs[^1].Text("properties", "template", "containers", "0", "resources", "cpu")!, CultureInfo.InvariantCulture);
            // A node keeps some of itself for itself: one core of sixteen is more than it takes.
            Assert.InRange(most * cores, 1, int.Parse(nodes["maximumCount"]!.ToString(), CultureInfo.InvariantCulture) * 15);
        }
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
