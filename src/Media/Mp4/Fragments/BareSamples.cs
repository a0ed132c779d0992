using System.Collections;

namespace StreamPlatform.Media.Mp4;

/// <summary>
/// The samples of a run that carries no per-sample fields: a count that no bytes back, so it must not cost memory either.
/// </summary>
internal sealed class BareSamples(int count) : IReadOnlyList<TrackRunSample>
{
    public int Count => count;

    public TrackRunSample this[int index] => default;

    public IEnumerator<TrackRunSample> GetEnumerator() => Enumerable.Repeat(default(TrackRunSample), count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
