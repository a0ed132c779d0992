using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Tests.Host;

/// <summary>What dead jobs held comes back at once: messages here are invisible for longer than any test waits.</summary>
[Collection(AzuriteGroup.Name)]
public sealed class JobLeaseTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly TestHost _host = new(azurite);

    public async Task InitializeAsync()
    {
        _host.Settings = settings => settings with
        {
            Job = new JobSettings
            {
                Name = "job",
                Queues = [_host.Box],
                Command = ["bash", "-c", """exec 9>"$LEASE"; flock 9; echo "$$ $LEASE" >> started; while :; do sleep 0.05; done"""],
                MaxRunning = 2,
                LeaseSetting = "LEASE",
            },
        };
        await Queue.CreateIfNotExistsAsync();
        Directory.CreateDirectory(Scratch());
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_killed_jobs_message_is_there_again_at_once_and_counts_no_more_deliveries_than_it_had()
    {
        await _host.StartAsync();
        await Queue.SendMessageAsync("work");
        await Eventually.TrueAsync(() => Started().Length == 1, "it isn't started");
        var (pid, lease) = Started()[0];
        await NoteAsync(lease, await ReceiveAsync());

        await ProcessAsync("kill", "-KILL", pid);
        await Eventually.TrueAsync(() => Started().Length == 2, "nobody is started for what it held");
        Assert.Equal(2, (await ReceiveAsync()).DequeueCount);
        Assert.False(File.Exists(lease));
    }

    [Fact]
    public async Task A_message_that_was_held_when_the_host_died_gets_its_job_at_the_next_start()
    {
        await Queue.SendMessageAsync("work");
        await NoteAsync(Scratch("dead.lease"), await ReceiveAsync());
        await _host.StartAsync();
        await Eventually.TrueAsync(() => Started().Length == 1, "nobody is started for it");
        Assert.False(File.Exists(Scratch("dead.lease")));
    }

    [Fact]
    public async Task Only_the_latest_receipt_counts_and_what_is_no_lease_is_cleared_away()
    {
        await Queue.SendMessageAsync("work");
        var stale = await ReceiveAsync();
        await Queue.UpdateMessageAsync(stale.MessageId, stale.PopReceipt, visibilityTimeout: Long);
        await NoteAsync(Scratch("stale.lease"), stale);
        await NoteAsync(Scratch("gone.lease"), stale, id: Guid.NewGuid().ToString());
        await NoteAsync(Scratch("stranger.lease"), stale, queue: "somebody-elses");
        File.WriteAllText(Scratch("empty.lease"), "");
        File.WriteAllText(Scratch("half.lease"), """{"queue":"bo""");
        File.WriteAllText(Scratch("lacking.lease"), $$"""{"queue":"{{_host.Box}}"}""");
        File.WriteAllText(Scratch("other.lease"), "[]\n");

        await _host.StartAsync();
        await Eventually.TrueAsync(() => Leases().Length == 0, "they stay");
        Assert.Empty((await Queue.PeekMessagesAsync(32)).Value);
        Assert.Empty(Started());
    }

    [Fact]
    public async Task The_message_of_a_living_process_stays_with_it()
    {
        await Queue.SendMessageAsync("work");
        await NoteAsync(Scratch("living.lease"), await ReceiveAsync());
        using var life = new FileStream(Scratch("living.lease"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        File.WriteAllText(Scratch("zero.lease"), "");
        await _host.StartAsync();
        await Eventually.TrueAsync(() => Leases().Length == 1, "nobody has looked");
        Assert.Equal([Scratch("living.lease")], Leases());
        Assert.Empty((await Queue.PeekMessagesAsync(32)).Value);
    }

    private QueueClient Queue => new(azurite.ConnectionString, _host.Box);

    private string Scratch(string file = "") => Path.Combine(_host.Data, "scratch", file);

    private string[] Leases() => Directory.GetFiles(Scratch(), "*.lease");

    private async Task<QueueMessage> ReceiveAsync() => (await Queue.ReceiveMessageAsync(Long)).Value;

    /// <summary>Writes a lease as a job would; past the lock of the living job, which only .NET heeds.</summary>
    private async Task NoteAsync(string path, QueueMessage message, string? queue = null, string? id = null)
    {
        var lease = JsonSerializer.Serialize(new { queue = queue ?? _host.Box, messageId = id ?? message.MessageId, popReceipt = message.PopReceipt });
        await ProcessAsync("sh", "-c", """printf '%s\nolder, longer' "$0" > "$1" """, lease, path);
    }

    private (string Pid, string Lease)[] Started() => !File.Exists(Scratch("started"))
        ? []
        : [.. File.ReadAllLines(Scratch("started")).Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];

    private static async Task ProcessAsync(string command, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(command, arguments);
        await process.WaitForExitAsync();
    }
}
