namespace StreamPlatform.Media.Tools;

/// <summary>Room for originals in scratch: a full disk is waited for, since other work frees it when it ends.</summary>
public sealed class Disk(string folder, TimeProvider time)
{
    private const long Spare = 64 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>ENOSPC and EDQUOT of Linux, as .NET carries them.</summary>
    public static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122;

    /// <exception cref="IOException">There is still no room after a minute; <see cref="IsFull"/> knows it.</exception>
    public async Task WaitForRoomAsync(long bytes, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (new DriveInfo(folder).AvailableFreeSpace < bytes + Spare)
        {
            if (time.GetElapsedTime(began) >= Patience)
                throw new IOException("No space left on device", 28);
            await Task.Delay(Look, time, ct);
        }
    }
}
