namespace StreamPlatform.Media.Mp4;

/// <summary>A box (ISO/IEC 14496-12, 4.2). Each kind knows how to write its body; <see cref="BoxParser"/> knows how to read it.</summary>
public abstract record Box(FourCc Type)
{
    /// <summary>Writes everything after size and type.</summary>
    public abstract void WriteBody(BoxWriter writer);

    /// <summary>The whole box.</summary>
    public byte[] ToBytes()
    {
        var writer = new BoxWriter();
        writer.Box(this);
        return writer.ToArray();
    }
}
