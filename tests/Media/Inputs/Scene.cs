namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>
/// The picture and sound that inputs are made of: a red, a green and a blue corner (upper left, upper right, lower left) on
/// grey, and at one second a flash across the middle with a beep, so that orientation, colour and sync can be read back.
/// </summary>
internal static class Scene
{
    public const double FlashSeconds = 1;
    public const double Seconds = 1.6;

    private const string Beep = "aevalsrc='if(between(t\\,1\\,1.2)\\,0.5*sin(6283*t)\\,0)':s=48000:d=1.6";

    public static string Picture(string size = "160x90", string rate = "25", double seconds = Seconds, string more = "", string format = "yuv420p") => FormattableString.Invariant(
        $"-f lavfi -i \"color=c=0x606060:s={size}:r={rate}:d={seconds},format={format}{Corners}{more}\"");

    /// <summary>Filters that draw on whatever picture they get.</summary>
    public const string Corners =
        ",drawbox=w=iw/4:h=ih/4:c=red:t=fill,drawbox=x=iw*3/4:w=iw/4:h=ih/4:c=0x00c000:t=fill,drawbox=y=ih*3/4:w=iw/4:h=ih/4:c=blue:t=fill"
        + ",drawbox=y=ih*3/8:h=ih/4:c=white:t=fill:enable='between(t,0.99,1.19)'";

    public static string Sound(string layout = "mono") => $"-f lavfi -i \"{Beep}:c={layout}\"".Replace(":c=mono", "", StringComparison.Ordinal);

    public static string Both(string size = "160x90", string rate = "25") => $"{Picture(size, rate)} {Sound()}";
}
