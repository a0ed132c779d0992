namespace StreamPlatform.Transcoder;

/// <summary>Room for the source in scratch: a full disk is waited for, since other items free it when they end.</summary>
internal sealed class Disk(string folder, TimeProvider time)
{
    private const long Spare = 64 << 20;

    /// <summary>ENOSPC and EDQUOT of Linux, as .NET carries them.</summary>
    public static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122;

    /// <exception cref="IOException">There is still no room after <see cref="Timings.DiskPatience"/>.</exception>
    public async Task WaitForRoomAsync(long bytes, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (new DriveInfo(folder).AvailableFreeSpace < bytes + Spare)
        {
            if (time.GetElapsedTime(began) >= Timings.DiskPatience)
                throw new IOException("No space left on device", 28);
            await Task.Delay(Timings.DiskLook, time, ct);
        }
    }
}
