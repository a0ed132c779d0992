using StreamPlatform.Domain.Operations.Business;

namespace StreamPlatform.Functions.Operations.Business;

/// <summary>Every five minutes: notes whether viewers can be served.</summary>
public sealed class NoteUptime(Uptime uptime)
{
    [Function(nameof(NoteUptime))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken ct) => uptime.LookAsync(ct);
}
