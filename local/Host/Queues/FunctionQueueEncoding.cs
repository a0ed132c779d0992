namespace StreamPlatform.Local.Host.Queues;

/// <summary>
/// Message text of queues that trigger functions: base64, as the Functions host has it by default
/// (<c>queues.messageEncoding</c> in host.json).
/// </summary>
internal static class FunctionQueueEncoding
{
    public static string Encode(BinaryData message) => Convert.ToBase64String(message.ToMemory().Span);

    /// <summary>The message, or null when its text isn't base64: it can never be handled, and is poison at once.</summary>
    public static BinaryData? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? BinaryData.FromBytes(bytes.AsMemory(0, length)) : null;
    }
}
