using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Live;

/// <summary>What an owner wants of a live stream; null leaves a thing as it is.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Enabled">Whether encoders are let in; false disconnects one that sends.</param>
public sealed record LiveStreamChange(string? Title = null, bool? Enabled = null)
{
    internal LiveStream ApplyTo(LiveStream stream, DateTimeOffset now)
    {
        var named = Title is null ? stream : stream with { Title = Titles.Parse(Title).Value };
        return Enabled switch
        {
            false when LiveStreamTransitions.Next(named.State, LiveStreamEvent.Disabled) is { } disabled =>
                named with { State = disabled, Broadcast = named.State == LiveStreamState.Active ? named.Broadcast?.Over(now) : named.Broadcast },
            true when LiveStreamTransitions.Next(named.State, LiveStreamEvent.Enabled) is { } enabled => named with { State = enabled },
            _ => named,
        };
    }
}
