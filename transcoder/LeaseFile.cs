using System.Text;
using System.Text.Json;

namespace StreamPlatform.Transcoder;

/// <summary>
/// Names the message that this process holds to whoever started it, who can then hand it back the moment the process is
/// dead instead of waiting for its visibility to run out. The file is locked while the process lives and goes when it ends
/// in order. Kept only where the setting <see cref="Setting"/> asks for it: on a container platform nobody would read it.
/// </summary>
internal sealed class LeaseFile : IDisposable
{
    /// <summary>The path of the file, of this process alone.</summary>
    public const string Setting = "Transcode__LeaseFile";

    private readonly FileStream? _file;

    private LeaseFile(FileStream? file) => _file = file;

    /// <summary>Opens the file; without a path, or where it can't be made, nothing is ever written.</summary>
    public static LeaseFile Open(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return new LeaseFile(null);
        try
        {
            // Unbuffered: a line is one write, so that no kill leaves half of it.
            return new LeaseFile(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LeaseFile(null);
        }
    }

    /// <summary>Writes the receipt that counts from now on; an older one gets the reader nowhere.</summary>
    public void Write(string queue, string messageId, string popReceipt)
    {
        if (_file is null)
            return;

        // No serializer: between the receipt and this line every millisecond of compiling is one in which a death costs time.
        var line = $$"""{"queue":"{{JsonEncodedText.Encode(queue)}}","messageId":"{{JsonEncodedText.Encode(messageId)}}","popReceipt":"{{JsonEncodedText.Encode(popReceipt)}}"}""" + "\n";
        try
        {
            // Over the former line, without emptying the file first: only the first line counts.
            _file.Position = 0;
            _file.Write(Encoding.UTF8.GetBytes(line));
        }
        catch (IOException)
        {
            // A full disk costs the shortcut, not the item.
        }
    }

    public void Dispose()
    {
        if (_file is null)
            return;
        // Deleted while still locked, so that nobody takes it for a dead process's.
        File.Delete(_file.Name);
        _file.Dispose();
    }
}
