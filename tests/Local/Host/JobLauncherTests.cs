using Azure.Storage.Queues;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Azurite;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class JobLauncherTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_job_is_started_for_each_message_and_no_more_than_the_limit_at_once()
    {
        await using var host = Host("echo $$ >> started; while [ ! -e go ]; do sleep 0.05; done; echo done >> ended", limit: 2);
        await host.StartAsync();
        for (var i = 0; i < 3; i++)
            await Queue(host).SendMessageAsync("work");
        await Eventually.TrueAsync(() => Lines(host, "started").Length == 2, "two aren't started");
        Assert.Empty(Lines(host, "ended"));
        File.WriteAllText(Scratch(host, "go"), "");
        await Eventually.TrueAsync(() => Lines(host, "ended").Length >= 3, "the third isn't started");
    }

    [Fact]
    public async Task A_message_that_came_before_the_start_gets_its_job()
    {
        await using var host = Host("echo $$ >> started; exit 10");
        await Queue(host).CreateIfNotExistsAsync();
        await Queue(host).SendMessageAsync("work");
        await host.StartAsync();
        await Eventually.TrueAsync(() => Lines(host, "started").Length >= 1, "it isn't started");
    }

    [Fact]
    public async Task The_output_of_a_job_is_kept_and_its_settings_are_in_its_environment()
    {
        await using var host = Host("echo \"$AzureWebJobsStorage\" \"$FLAVOUR\"; echo oops >&2");
        await host.StartAsync();
        await Queue(host).SendMessageAsync("work");
        var log = Path.Combine(host.Data, "logs", "job-0.log");
        await Eventually.TrueAsync(() => File.Exists(log) && File.ReadAllText(log).Contains("oops", StringComparison.Ordinal), "the output isn't kept");
        await Eventually.TrueAsync(() => File.ReadAllText(log).Contains($"{azurite.ConnectionString} sweet", StringComparison.Ordinal), "the settings are missing");
    }

    [Fact]
    public async Task A_job_that_runs_at_the_stop_is_told_to_end()
    {
        await using var host = Host("trap 'echo stopped >> ended; exit 0' TERM; echo $$ >> started; while :; do sleep 0.05; done");
        await host.StartAsync();
        await Queue(host).SendMessageAsync("work");
        await Eventually.TrueAsync(() => Lines(host, "started").Length == 1, "it isn't started");
        var pid = int.Parse(Lines(host, "started")[0]);
        await host.Host.StopAsync();
        Assert.Null(ProcessFacts.StartTicks(pid));
        Assert.Equal(["stopped"], Lines(host, "ended"));
    }

    private TestHost Host(string script, int limit = 1)
    {
        var host = new TestHost(azurite);
        host.Settings = settings => settings with
        {
            Job = new JobSettings
            {
                Name = "job",
                Queues = [host.Box],
                Command = ["bash", "-c", script],
                MaxRunning = limit,
                Environment = new Dictionary<string, string?> { ["FLAVOUR"] = "sweet" },
                LeaseSetting = "LEASE",
            },
        };
        return host;
    }

    private QueueClient Queue(TestHost host) => new(azurite.ConnectionString, host.Box);

    private static string Scratch(TestHost host, string file) => Path.Combine(host.Data, "scratch", file);

    private static string[] Lines(TestHost host, string file) => File.Exists(Scratch(host, file)) ? File.ReadAllLines(Scratch(host, file)) : [];
}
