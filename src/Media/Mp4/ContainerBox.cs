namespace StreamPlatform.Media.Mp4;

/// <summary>A box that holds nothing but boxes: moov, trak, mdia, minf, dinf, stbl, mvex, edts, moof, traf, mfra, sinf, schi (ISO/IEC 14496-12).</summary>
public sealed record ContainerBox(FourCc Type, IReadOnlyList<Box> Children) : Box(Type)
{
    /// <summary>The first child of this kind, or null.</summary>
    public T? Find<T>()
        where T : Box => Children.OfType<T>().FirstOrDefault();

    /// <summary>The first child of this kind.</summary>
    /// <exception cref="Mp4Exception">There is none.</exception>
    public T Need<T>()
        where T : Box => Find<T>() ?? throw new Mp4Exception($"{Type} holds no {typeof(T).Name}.");

    /// <summary>The containers of this type among the children, in order.</summary>
    public IEnumerable<ContainerBox> Containers(FourCc type) => Children.OfType<ContainerBox>().Where(box => box.Type == type);

    /// <summary>Follows a path of containers.</summary>
    /// <exception cref="Mp4Exception">One of them is missing.</exception>
    public ContainerBox Inside(params ReadOnlySpan<FourCc> path)
    {
        var box = this;
        foreach (var type in path)
            box = box.Containers(type).FirstOrDefault() ?? throw new Mp4Exception($"{box.Type} holds no {type}.");
        return box;
    }

    public override void WriteBody(BoxWriter writer) => writer.Boxes(Children);
}
