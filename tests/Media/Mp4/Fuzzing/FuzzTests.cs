using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>
/// Hostile bytes through everything that reads MP4: our own exceptions, in bounded time and memory. FUZZ_INPUTS and FUZZ_SEED
/// say how many and which; <c>tests/fuzz</c> sets them.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>Allocated in all, for each byte of input: typed boxes, copies of data, sample lists.</summary>
    private const int BytesAByte = 200;

    /// <summary>And besides: buffers, and the samples of one fragment, whose number a few bytes may claim before their data comes.</summary>
    private const int BytesBesides = 16 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly long[] _accepted = new long[Target.Readers.Count];
    private TimeSpan _slowest;
    private long _most;
    private volatile string? _trouble;
    private long _number;
    private long _began;

    [Fact]
    public async Task Damaged_files_are_read_or_refused_in_bounded_time_and_memory()
    {
        var inputs = Setting("FUZZ_INPUTS", 20_000);
        var mutator = new Mutator(await Corpus.MakeAsync(), Setting("FUZZ_SEED", 1));
        var worker = new Thread(() => Work(mutator, inputs)) { IsBackground = true };
        _began = Stopwatch.GetTimestamp();
        worker.Start();
        while (!await Task.Run(() => worker.Join(TimeSpan.FromMilliseconds(200))))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _began)) > Longest) Assert.Fail($"Input {Interlocked.Read(ref _number)} hangs.");
        }

        Assert.Null(_trouble);
        // Damage that is refused at the first byte tries nothing.
        Assert.All(_accepted, accepted => Assert.InRange(accepted, inputs / 200, inputs - (inputs / 10)));
    }

    private void Work(Mutator mutator, int inputs)
    {
        var all = Stopwatch.StartNew();
        for (var i = 0; i < inputs && _trouble is null; i++)
        {
            var bytes = mutator.Input(i);
            Interlocked.Exchange(ref _number, i);
            Interlocked.Exchange(ref _began, Stopwatch.GetTimestamp());
            for (var reader = 0; reader < _accepted.Length; reader++)
                Read(bytes, reader);
        }

        output.WriteLine($"{inputs} inputs in {all.Elapsed.TotalSeconds:F0} s; slowest {_slowest.TotalMilliseconds:F0} ms, most allocated {_most >> 10} KiB.");
        output.WriteLine("Read without complaint: " + string.Join(", ", Target.Readers.Zip(_accepted, (reader, count) => $"{reader.Name} {100.0 * count / inputs:F1} %")));
    }

    private void Read(byte[] bytes, int reader)
    {
        var (name, reads) = Target.Readers[reader];
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            if (reads(bytes)) _accepted[reader]++;
        }
        catch (Exception unexpected)
        {
            _trouble = $"Input {_number} of {bytes.Length} bytes, {name}: {unexpected}";
        }

        var (allocated, took) = (GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(began));
        if (allocated > ((long)BytesAByte * bytes.Length) + BytesBesides) _trouble ??= $"Input {_number} of {bytes.Length} bytes, {name}: takes {allocated} bytes.";
        (_most, _slowest) = (Math.Max(_most, allocated), took > _slowest ? took : _slowest);
    }

    private static int Setting(string name, int standard) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
