namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>One small file for each container, codec and property that creators bring, as the ffmpeg arguments that make it.</summary>
internal static class InputCatalogue
{
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private static string Both { get; } = Scene.Both();

    public static IReadOnlyList<Input> Containers { get; } =
    [
        new("mp4 h264 aac", "mp4", $"{Both} {X264} -c:a aac", "h264", "aac"),
        new("mp4 fragmented", "mp4", $"{Both} {X264} -g 12 -c:a aac -movflags frag_keyframe+empty_moov", "h264", "aac"),
        new("mov prores pcm 24", "mov", $"{Both} -c:v prores_ks -profile:v 2 -c:a pcm_s24le", "prores", "pcm_s24le"),
        new("mov prores 4444", "mov", $"{Both} -c:v prores_ks -profile:v 4 -pix_fmt yuv444p10le -c:a pcm_s16be", "prores", "pcm_s16be"),
        new("mov mjpeg alac", "mov", $"{Both} -c:v mjpeg -c:a alac", "mjpeg", "alac"),
        new("mov rle rgb", "mov", $"{Both} -c:v qtrle -pix_fmt rgb24 -c:a pcm_f32le", "qtrle", "pcm_f32le"),
        new("mkv hevc flac", "mkv", $"{Both} -c:v libx265 -preset ultrafast -x265-params log-level=none -c:a flac", "hevc", "flac"),
        new("mkv av1 eac3", "mkv", $"{Both} -c:v libsvtav1 -preset 12 -svtav1-params enable-stat-report=0 -c:a eac3", "av1", "eac3"),
        new("mkv ffv1 10 bit pcm", "mkv", $"{Both} -c:v ffv1 -pix_fmt yuv422p10le -c:a pcm_s16le", "ffv1", "pcm_s16le"),
        new("mkv mpeg1 dts", "mkv", $"{Both} -c:v mpeg1video -strict -2 -c:a dca -b:a 768k", "mpeg1video", "dts"),
        new("mkv live", "mkv", $"{Both} {X264} -c:a aac -live 1", "h264", "aac"),
        new("webm vp9 opus", "webm", $"{Both} -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus", "vp9", "opus"),
        new("webm vp8 vorbis", "webm", $"{Both} -c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis", "vp8", "vorbis"),
        new("avi mpeg4 mp3", "avi", $"{Both} -c:v mpeg4 -bf 2 -c:a libmp3lame", "mpeg4", "mp3"),
        new("avi msmpeg4 pcm", "avi", $"{Both} -c:v msmpeg4 -c:a pcm_u8", "msmpeg4v3", "pcm_u8"),
        new("flv h264 aac", "flv", $"{Both} {X264} -c:a aac", "h264", "aac"),
        new("flv sorenson mp3", "flv", $"{Both} -c:v flv1 -c:a libmp3lame -ar 44100", "flv1", "mp3"),
        new("ts mpeg2 mp2", "ts", $"{Both} -c:v mpeg2video -bf 2 -c:a mp2", "mpeg2video", "mp2"),
        new("ts h264 ac3", "ts", $"{Both} {X264} -c:a ac3", "h264", "ac3"),
        new("m2ts h264 aac", "m2ts", $"{Both} {X264} -bf 2 -c:a aac", "h264", "aac"),
        new("mpg mpeg2 ac3", "vob", $"{Both} -c:v mpeg2video -bf 2 -c:a ac3", "mpeg2video", "ac3"),
        new("mpg mpeg1 mp2", "mpg", $"{Both} -c:v mpeg1video -c:a mp2", "mpeg1video", "mp2"),
        new("3gp h263 aac", "3gp", $"{Scene.Both("176x144")} -c:v h263 -c:a aac", "h263", "aac") { Shown = (176, 144) },
        new("mxf mpeg2 pcm", "mxf", $"{Both} -c:v mpeg2video -c:a pcm_s16le", "mpeg2video", "pcm_s16le"),
        new("mxf dnxhr", "mxf", $"{Scene.Both("320x180")} -c:v dnxhd -profile:v dnxhr_hq -pix_fmt yuv422p -c:a pcm_s24le", "dnxhd", "pcm_s24le") { Shown = (320, 180) },
        new("wmv", "wmv", $"{Both} -c:v wmv2 -c:a wmav2", "wmv2", "wmav2"),
        new("ogg theora vorbis", "ogv", $"{Both} -c:v libtheora -c:a libvorbis", "theora", "vorbis"),
        new("y4m", "y4m", $"{Scene.Picture()} -pix_fmt yuv420p", "rawvideo"),
        new("gif", "gif", Scene.Picture(rate: "20"), "gif") { Rate = 20 },
        new("dv", "dv", $"{Scene.Both("720x576")} -pix_fmt yuv420p -ar 48000 -ac 2 -s 720x576 -aspect 16:9", "dvvideo", "pcm_s16le") { Shown = (1024, 576), Rate = 50 },
    ];

    public static IReadOnlyList<Input> Properties { get; } =
    [
        new("odd size", "mkv", $"{Scene.Picture("161x121", format: "yuv444p")} -c:v ffv1", "ffv1") { Shown = (161, 121) },
        new("portrait", "mp4", $"{Scene.Picture("90x160")} {X264}", "h264") { Shown = (90, 160) },
        new("tiny", "mkv", $"{Scene.Picture("16x16")} -c:v ffv1", "ffv1") { Shown = (16, 16) },
        new("anamorphic", "mp4", $"{Scene.Picture("144x180", more: ",setsar=20/9")} {X264}", "h264") { Shown = (320, 180) },
        new("8K", "mp4", $"{Scene.Picture("7680x4320", rate: "5", seconds: 0.6)} -c:v mpeg4 -qscale:v 20", "mpeg4") { Shown = (7680, 4320), Rate = 5, Seconds = 0.6 },
        new("wide and low", "mp4", $"{Scene.Picture("640x40")} {X264}", "h264") { Shown = (640, 40) },
        new("120 fps", "mp4", $"{Scene.Both(rate: "120")} {X264} -c:a aac", "h264", "aac") { Rate = 60 },
        new("60 fps ntsc", "mp4", $"{Scene.Both(rate: "60000/1001")} {X264} -c:a aac", "h264", "aac") { Rate = 60000 / 1001.0 },
        new("variable rate", "mkv", $"{Scene.Picture(rate: "50")} {Scene.Sound()} -vf \"select='lt(t,0.4)+not(mod(n,3))'\" -fps_mode vfr {X264} -c:a aac", "h264", "aac") { Rate = 50, SecondsOff = 0.06 },
        new("languages", "mkv", $"{Both} {Scene.Sound()} -map 0 -map 1 -map 2 {X264} -c:a aac -metadata:s:a:0 language=ger -metadata:s:a:1 language=fre", "h264", "aac", "aac") { Languages = ["de", "fr"] },
        new("5.1 and 7.1", "mkv", $"{Scene.Picture()} {Scene.Sound()} -map 0 -map 1 -map 1 {X264} -c:a flac -ac:a:0 6 -ac:a:1 8", "h264", "flac", "flac"),
        new("late audio", "mkv", $"{Scene.Picture()} -itsoffset 0.5 -f lavfi -i \"aevalsrc='if(between(t\\,0.5\\,0.7)\\,0.5*sin(6283*t)\\,0)':s=48000:d=1.1\" {X264} -c:a aac", "h264", "aac"),
        new("late video", "ts", $"-itsoffset 0.48 -f lavfi -i \"color=c=0x606060:s=160x90:r=25:d=1.12{Scene.Corners.Replace("0.99,1.19", "0.51,0.71", StringComparison.Ordinal)}\" {Scene.Sound()} {X264} -c:a aac", "h264", "aac") { SecondsOff = 0.06 },
    ];
}
