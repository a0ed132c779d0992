namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>An input and what is to be found of it.</summary>
/// <param name="Codecs">ffprobe's names of the codecs of the main video and of each audio track.</param>
internal sealed record Input(string Name, string Extension, string Arguments, params string[] Codecs)
{
    /// <summary>As shown: turned, in square pixels.</summary>
    public (int Width, int Height) Shown { get; init; } = (160, 90);

    public double Rate { get; init; } = 25;

    public double Seconds { get; init; } = Scene.Seconds;

    /// <summary>Which of the colours is in the upper left corner: red unless the picture is turned.</summary>
    public string Corners { get; init; } = "rgb";

    public string[] Languages { get; init; } = [];

    /// <summary>Some codecs and 1:1 copies of screens have a few more or fewer frames.</summary>
    public double SecondsOff { get; init; }

    public override string ToString() => Name;
}
