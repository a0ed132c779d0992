namespace StreamPlatform.Live.Rtmp;

/// <summary>What an encoder's session leads to.</summary>
internal interface IPublisher
{
    /// <summary>Lets the encoder in.</summary>
    /// <param name="streamKey">As it was sent, whatever it is.</param>
    /// <exception cref="RtmpException">It is refused.</exception>
    Task AdmitAsync(string streamKey, CancellationToken ct);

    /// <summary>Takes what the encoder tells of what it sends; may come more than once.</summary>
    void Metadata(IReadOnlyDictionary<string, object?> metadata);

    /// <summary>Takes a message of sound or pictures; waits while there is no room for it.</summary>
    /// <exception cref="RtmpException">It can't be taken, and none after it.</exception>
    ValueTask MediaAsync(RtmpMessage message, CancellationToken ct);
}
