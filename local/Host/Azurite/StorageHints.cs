namespace StreamPlatform.Local.Host.Azurite;

/// <summary>
/// Tells listeners that something may have happened in storage, at once but without promise: a hint may be lost or come
/// twice. Whoever listens must look for itself, and must look now and then without a hint.
/// </summary>
internal sealed class StorageHints
{
    /// <summary>A blob was written: container and name.</summary>
    public event Action<string, string>? BlobWritten;

    /// <summary>A message was sent: queue.</summary>
    public event Action<string>? MessageSent;

    /// <summary>Hints have been lost: look everywhere.</summary>
    public event Action? Lost;

    public void Tell(AccessLogLine line)
    {
        switch (line)
        {
            case AccessLogLine.BlobWritten blob:
                BlobWritten?.Invoke(blob.Container, blob.Name);
                break;
            case AccessLogLine.MessageSent message:
                MessageSent?.Invoke(message.Queue);
                break;
        }
    }

    public void TellLost() => Lost?.Invoke();
}
