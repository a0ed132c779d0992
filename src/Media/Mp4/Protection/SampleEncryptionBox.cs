namespace StreamPlatform.Media.Mp4;

/// <summary>
/// What decrypting each sample of a fragment needs, senc (ISO/IEC 23001-7, 7.2). How long its vectors are only tenc tells,
/// so samples are read and made with that length in hand.
/// </summary>
/// <param name="HasSubsamples">Samples are encrypted in parts.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Data">As stored; see <see cref="Samples"/>.</param>
public sealed record SampleEncryptionBox(bool HasSubsamples, uint Count, ReadOnlyMemory<byte> Data) : Box("senc")
{
    /// <summary>The box of these samples, whose vectors are of equal length.</summary>
    public static SampleEncryptionBox Of(IReadOnlyList<SampleEncryption> samples)
    {
        var split = samples.Any(sample => sample.Subsamples.Count > 0);
        var writer = new BoxWriter();
        foreach (var sample in samples)
        {
            writer.Bytes(sample.Vector.Span);
            if (!split) continue;
            writer.U16(sample.Subsamples.Count);
            foreach (var part in sample.Subsamples)
            {
                writer.U16(part.ClearBytes);
                writer.U32(part.ProtectedBytes);
            }
        }

        return new SampleEncryptionBox(split, (uint)samples.Count, writer.ToArray());
    }

    /// <summary>One entry a sample.</summary>
    /// <param name="ivBytes">Of the track's tenc or the sample's group.</param>
    /// <exception cref="Mp4Exception">There is less than it claims.</exception>
    public IReadOnlyList<SampleEncryption> Samples(int ivBytes)
    {
        var reader = new BoxReader(Data);
        var least = ivBytes + (HasSubsamples ? 2 : 0);
        // A constant vector and no parts: nothing is stored a sample, and a count that no bytes back costs nothing.
        if (least == 0) return [];
        var samples = new SampleEncryption[reader.Count(Count, least)];
        for (var i = 0; i < samples.Length; i++)
        {
            var vector = reader.Bytes(ivBytes);
            var parts = HasSubsamples ? new EncryptedPart[reader.Count(reader.U16(), 6)] : [];
            for (var part = 0; part < parts.Length; part++)
                parts[part] = new EncryptedPart(reader.U16(), reader.U32());
            samples[i] = new SampleEncryption(vector, parts);
        }

        return samples;
    }

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (_, flags) = reader.Full();
        return new SampleEncryptionBox((flags & 2) != 0, reader.U32(), reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, HasSubsamples ? 2u : 0);
        writer.U32(Count);
        writer.Bytes(Data.Span);
    }
}
