namespace StreamPlatform.Media.Mp4;

/// <summary>Which tracks a track refers to and what as, tref (ISO/IEC 14496-12, 8.3.3).</summary>
public sealed record TrackReferencesBox(IReadOnlyList<TrackReference> References) : Box("tref")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        // Its children are named after the kind of reference: no type of theirs means anything outside of it.
        var references = new List<TrackReference>();
        foreach (var (kind, body) in BoxParser.Split(reader.Rest()))
        {
            var inside = new BoxReader(body);
            var ids = new uint[body.Length / 4];
            for (var i = 0; i < ids.Length; i++)
                ids[i] = inside.U32();
            references.Add(new TrackReference(kind, ids));
        }

        return new TrackReferencesBox(references);
    }

    public override void WriteBody(BoxWriter writer)
    {
        foreach (var reference in References)
        {
            writer.U32(8 + (4 * (uint)reference.TrackIds.Count));
            writer.Code(reference.Kind);
            foreach (var id in reference.TrackIds)
                writer.U32(id);
        }
    }
}
