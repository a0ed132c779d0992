using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>What one process of the transcoder takes from the queues.</summary>
public sealed class ShiftTests
{
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
    private readonly List<string> _done = [];
    private TimeSpan _linger = TimeSpan.FromSeconds(20);
    private int _looks;

    [Fact]
    public async Task Nothing_to_do_is_told() => Assert.Equal(ExitCode.NothingToDo, await WorkAsync());

    [Fact]
    public async Task An_item_is_all_it_does()
    {
        Assert.Equal(ExitCode.Handled, await WorkAsync("video-c0", "video-c1"));
        Assert.Equal(["video-c0"], _done);
    }

    [Fact]
    public async Task After_a_look_it_takes_what_comes_of_it()
    {
        Assert.Equal(ExitCode.Handled, await WorkAsync("probe", null, null, "head", "audio"));
        Assert.Equal(["probe", "head"], _done);
    }

    [Fact]
    public async Task One_look_after_another_is_fine_too()
    {
        await WorkAsync("probe", "probe", "audio");
        Assert.Equal(["probe", "probe", "audio"], _done);
    }

    [Fact]
    public async Task It_does_not_wait_for_ever()
    {
        Assert.Equal(ExitCode.Handled, await WorkAsync("probe"));
        Assert.InRange(_looks, 2, 45);
    }

    [Fact]
    public async Task Where_processes_start_fast_it_does_not_wait_at_all()
    {
        _linger = TimeSpan.Zero;
        Assert.Equal(ExitCode.Handled, await WorkAsync("probe", "head"));
        Assert.Equal(["probe"], _done);
    }

    [Fact]
    public async Task After_a_fault_it_goes()
    {
        Assert.Equal(ExitCode.Fault, await WorkAsync(ExitCode.Fault, default, "probe", "head"));
        Assert.Equal(["probe"], _done);
    }

    [Fact]
    public async Task Told_to_go_it_goes_at_once()
    {
        using var stop = new CancellationTokenSource();
        Assert.Equal(ExitCode.Handled, await new Shift(
            async (_, _) =>
            {
                await stop.CancelAsync();
                return ExitCode.Handled;
            },
            _ => Task.FromResult<IHeldItem?>(Item("probe")),
            _linger,
            TimeProvider.System).WorkAsync(stop.Token));
    }

    private Task<ExitCode> WorkAsync(params string?[] items) => WorkAsync(ExitCode.Handled, default, items);

    private async Task<ExitCode> WorkAsync(ExitCode exit, CancellationToken ct, params string?[] items)
    {
        var left = new Queue<string?>(items);
        var working = new Shift(
            (held, _) =>
            {
                _done.Add(held.Item.ItemId);
                return Task.FromResult(exit);
            },
            _ =>
            {
                _looks++;
                return Task.FromResult<IHeldItem?>(left.TryDequeue(out var item) && item is not null ? Item(item) : null);
            },
            _linger,
            _time).WorkAsync(ct);
        while (!working.IsCompleted)
        {
            _time.Advance(Timings.LingerPause);
            await Task.Yield();
        }

        return await working;
    }

    private static FakeHeldItem Item(string id) => new(new WorkItem("asset_1", "1-probe", id));
}
