using CsCheck;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Sources;

namespace StreamPlatform.Media.Tests.Sources;

public sealed class SampleTimesTests
{
    [Fact]
    public void Samples_are_found_as_by_counting()
    {
        var runs = Gen.Select(Gen.UInt[0, 5], Gen.UInt[0, 4], (count, duration) => new TimeToSampleEntry(count, duration)).Array[0, 8];
        Gen.Select(runs, Gen.Int[-5, 60]).Sample((entries, tick) =>
        {
            var times = new SampleTimes(new TimeToSampleBox(entries));
            var starts = new List<long>();
            long end = 0;
            foreach (var duration in entries.SelectMany(entry => Enumerable.Repeat(entry.Duration, (int)entry.Count)))
            {
                starts.Add(end);
                end += duration;
            }

            Assert.Equal(starts.Count, times.Count);
            Assert.Equal(starts, Enumerable.Range(0, starts.Count).Select(sample => times.TickOf(sample)));
            var found = times.SampleAt(tick);
            Assert.InRange(found, 0, Math.Max(0, starts.Count - 1));
            if (starts.Count > 0 && tick >= 0 && tick < end)
                Assert.True(starts[(int)found] <= tick && (found + 1 == starts.Count || starts[(int)found + 1] >= tick), $"{tick} is not in sample {found}");
        });
    }
}
