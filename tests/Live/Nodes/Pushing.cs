using System.Diagnostics;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>ffmpeg as an encoder: pictures with a clock and a tone, sent by RTMP.</summary>
internal sealed class Pushing : IDisposable
{
    private readonly Process _ffmpeg;
    private readonly Task<string> _said;

    private Pushing(Process ffmpeg) => (_ffmpeg, _said) = (ffmpeg, ffmpeg.StandardError.ReadToEndAsync());

    /// <param name="seconds">How much; as fast as it is taken, unless <paramref name="paced"/>.</param>
    public static Pushing Start(Uri rtmp, string key, double seconds, bool paced = false, string video = "-c:v libx264 -preset ultrafast -tune zerolatency -g 60 -b:v 600k", string audio = "-c:a aac -b:a 64k")
    {
        var pace = paced ? "-re" : "";
        var arguments = FormattableString.Invariant(
            $"-v error -nostdin {pace} -f lavfi -i testsrc2=s=320x180:r=30:d={seconds} {pace} -f lavfi -i sine=frequency=440:sample_rate=44100:d={seconds} {video} {audio} -f flv {rtmp}live/{key}");
        return new Pushing(Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!);
    }

    /// <summary>Pictures that carry the time they are drawn at (tests/Media/Support/Counter.cs): hundredths of a second since the epoch, eleven bits of them.</summary>
    public static Pushing Clock(Uri rtmp, string key, DateTimeOffset epoch, double seconds, int height = 360)
    {
        var width = height * 16 / 9;
        var box = FormattableString.Invariant($"{14 * width / 160}:h={16 * height / 90}");
        var boxes = string.Join(',', Enumerable.Range(0, 11).Select(bit => FormattableString.Invariant($"drawbox=x={bit * 14 * width / 160}:y={74 * height / 90}:w={box}:c=white:t=fill:enable='bitand(floor(t*100),{1 << bit})'")));
        var filters = FormattableString.Invariant($"realtime,settb=1/1000000,setpts='RTCTIME-{epoch.ToUnixTimeMilliseconds() * 1000}',drawbox=y={74 * height / 90}:h={16 * height / 90}:c=black:t=fill,{boxes},setpts=N/(30*TB)");
        var arguments = FormattableString.Invariant(
            $"-v error -nostdin -f lavfi -i testsrc2=s={width}x{height}:r=30:d={seconds} -re -f lavfi -i sine=frequency=440:sample_rate=48000:d={seconds} -vf \"{filters}\" -c:v libx264 -preset ultrafast -tune zerolatency -g 60 -c:a aac -b:a 64k -f flv {rtmp}live/{key}");
        return new Pushing(Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!);
    }

    /// <summary>How it ended: true when it sent everything.</summary>
    public async Task<bool> EndAsync()
    {
        await _ffmpeg.WaitForExitAsync();
        await _said;
        return _ffmpeg.ExitCode == 0;
    }

    /// <summary>As an encoder that crashes.</summary>
    public void Kill()
    {
        if (!_ffmpeg.HasExited) _ffmpeg.Kill();
    }

    public void Dispose()
    {
        Kill();
        _ffmpeg.Dispose();
    }
}
