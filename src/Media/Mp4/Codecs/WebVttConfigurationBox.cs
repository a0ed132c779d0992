namespace StreamPlatform.Media.Mp4;

/// <summary>What comes before the first cue of a WebVTT file, vttC (ISO/IEC 14496-30, 7.5): text without a terminating zero.</summary>
public sealed record WebVttConfigurationBox(string Header) : Box("vttC")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new WebVttConfigurationBox(reader.Text());

    public override void WriteBody(BoxWriter writer) => writer.Bytes(System.Text.Encoding.UTF8.GetBytes(Header));
}
