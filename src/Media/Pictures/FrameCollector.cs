namespace StreamPlatform.Media.Pictures;

/// <summary>Keeps of each frame what is needed of it: its measure and its tile; in full only those nearest to the moments asked for.</summary>
internal sealed class FrameCollector(int width, int height, IReadOnlyList<double> wanted)
{
    /// <summary>Far more than are ever asked for: a source of nothing but key frames may be denser than it says.</summary>
    private const int MostFrames = 1000;

    private readonly List<SampledFrame> _frames = [];
    private readonly (double Seconds, RgbImage Image)?[] _nearest = new (double, RgbImage)?[wanted.Count];

    public void Add(double seconds, bool isKey, byte[] pixels)
    {
        if (pixels.Length != 3 * width * height || _frames.Count == MostFrames)
            return;
        var image = new RgbImage(width, height, pixels);
        _frames.Add(new SampledFrame(seconds, isKey, FrameMeasure.Of(image), image.Halved()));
        for (var i = 0; i < wanted.Count; i++)
        {
            if (_nearest[i] is not { } best || Math.Abs(seconds - wanted[i]) < Math.Abs(best.Seconds - wanted[i]))
                _nearest[i] = (seconds, image);
        }
    }

    public double DistanceTo(double moment) => _frames.Count == 0 ? double.MaxValue : _frames.Min(frame => Math.Abs(frame.Seconds - moment));

    public Sampling Result() => new([.. _frames.OrderBy(frame => frame.Seconds)], [.. _nearest.OfType<(double, RgbImage Image)>().Select(near => near.Image)]);
}
