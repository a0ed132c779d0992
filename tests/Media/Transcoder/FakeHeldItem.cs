using StreamPlatform.Domain.Processing;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>A message in hand, without a queue: tells what was done with it.</summary>
internal sealed class FakeHeldItem(WorkItem item) : IHeldItem
{
    public WorkItem Item => item;
    public long DequeueCount { get; init; } = 1;
    public bool Deleted { get; private set; }
    public bool Poisoned { get; private set; }

    /// <summary>It was handed back, to be seen again after so long.</summary>
    public TimeSpan? Released { get; private set; }

    public Task<bool> ExtendAsync(TimeSpan visibility, CancellationToken ct)
    {
        Released = visibility;
        return Task.FromResult(true);
    }

    public Task<bool> DeleteAsync(CancellationToken ct) => Task.FromResult(Deleted = true);

    public Task<bool> MoveToPoisonAsync(CancellationToken ct) => Task.FromResult(Poisoned = true);
}
