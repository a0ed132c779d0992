namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>What can be wrong with channels.</summary>
public static class ChannelErrors
{
    /// <summary>There is no channel with this id or handle, or it is not the caller's.</summary>
    public static Error NotFound() => new("channel.not_found", 404, "There is no such channel. Check its id or handle.");

    /// <summary>The handle has other characters, or too few or many.</summary>
    public static Error HandleInvalid() => new(
        "channel.handle_invalid", 422, $"A handle has {ChannelRules.MinHandle} to {ChannelRules.MaxHandle} lower-case letters a to z, digits, dots and hyphens, and begins and ends with a letter or digit.");

    /// <summary>Another channel has the handle, or nobody may.</summary>
    public static Error HandleTaken() => new("channel.handle_taken", 409, "Another channel has this handle. Choose another one.");

    /// <summary>The name is empty, too long or holds control characters.</summary>
    public static Error NameInvalid() => new("channel.name_invalid", 422, $"A channel's name is 1 to {ChannelRules.MaxName} characters without control characters.");

    /// <summary>The description is too long or holds control characters.</summary>
    public static Error DescriptionInvalid() => new(
        "channel.description_invalid", 422, $"A channel's description has at most {Metadata.MetadataRules.MaxDescription} characters, and no control characters but line breaks and tabs.");

    /// <summary>The links are too many, or one is no web address with a title.</summary>
    public static Error LinksInvalid() => new(
        "channel.links_invalid", 422, $"A channel has at most {ChannelRules.MaxLinks} links, each with a title of up to {ChannelRules.MaxLinkTitle} characters and a URL that begins with https:// or http://.");

    /// <summary>The account has as many channels as it may.</summary>
    public static Error TooMany() => new("channel.too_many", 409, $"An account has at most {Channel.Most} channels. Delete one first.");

    /// <summary>The channel still shows videos.</summary>
    public static Error NotEmpty() => new("channel.not_empty", 409, "The channel still shows videos. Move them to another channel or take them out of public first.");

    /// <summary>The channel was changed by somebody else meanwhile.</summary>
    public static Error Changed() => new("channel.changed", 412, "The channel was changed meanwhile. Read it again, then repeat the change.");

    /// <summary>Others were faster, again and again.</summary>
    public static Error Busy() => new("channel.busy", 503, "The channel is being changed by others. Try again in a moment.");
}
