namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>What an owner says of a channel, as a JSON merge patch: what is absent stays, null clears.</summary>
public sealed record ChannelChange
{
    /// <summary>3 to 30 lower-case letters, digits, dots and hyphens; unique.</summary>
    public Optional<string> Handle { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>At most 5000 characters.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>At most 10.</summary>
    public Optional<IReadOnlyList<ChannelLink?>?> Links { get; init; }

    /// <summary>Whether its public videos are a podcast, whose files anybody may take with them.</summary>
    public Optional<ChannelPodcast?> Podcast { get; init; }

    /// <summary>The channel after the change, or what is wrong with it.</summary>
    internal Result<Channel> ApplyTo(Channel channel)
    {
        var handle = Handle.IsGiven ? ChannelRules.NewHandle(Handle.Value, channel.Handle) : channel.Handle;
        var name = Name.IsGiven ? ChannelRules.Name(Name.Value) : channel.Name;
        var description = Description.IsGiven ? ChannelRules.Description(Description.Value) : channel.Description;
        var links = Links.IsGiven ? ChannelRules.Links(Links.Value) : channel.Links.ToArray();
        return (handle.Error ?? name.Error ?? description.Error ?? links.Error) is { } wrong
            ? wrong
            : channel with { Handle = handle.Value, Name = name.Value, Description = description.Value, Links = links.Value, Podcast = Podcast.Or(channel.Podcast) };
    }
}
