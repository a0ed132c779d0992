namespace StreamPlatform.Media.Checking;

/// <summary>Looks into an AVC sample: flags in the container may lie, NAL units don't (ISO/IEC 14496-10, 7.4.1).</summary>
internal static class AvcKeyFrame
{
    private const int IdrSlice = 5;

    /// <summary>True when the sample holds a slice of an IDR picture.</summary>
    public static bool IsIdr(ReadOnlySpan<byte> sample, int lengthSize)
    {
        while (sample.Length > lengthSize)
        {
            long length = 0;
            foreach (var next in sample[..lengthSize])
                length = (length << 8) | next;
            sample = sample[lengthSize..];
            if ((sample[0] & 31) == IdrSlice) return true;
            if (length > sample.Length) return false;
            sample = sample[(int)length..];
        }

        return false;
    }
}
