using System.Text;

namespace StreamPlatform.Media.Text;

/// <summary>How a cue is placed (W3C WebVTT, 4.4). What isn't known or isn't valid is ignored, as players do.</summary>
public sealed record WebVttSettings
{
    private static readonly string[] LineAnchors = ["start", "center", "end"];
    private static readonly string[] PositionAnchors = ["line-left", "center", "line-right"];

    public static WebVttSettings None { get; } = new();

    /// <summary><c>rl</c> or <c>lr</c>; null for horizontal text.</summary>
    public string? Vertical { get; init; }

    public WebVttPlace? Line { get; init; }
    public WebVttPlace? Position { get; init; }

    /// <summary>Percent of the video's width (height, when vertical).</summary>
    public WebVttPlace? Size { get; init; }

    /// <summary><c>start</c>, <c>center</c>, <c>end</c>, <c>left</c> or <c>right</c>; null for center.</summary>
    public string? Align { get; init; }

    public static WebVttSettings Parse(string text)
    {
        var settings = None;
        foreach (var setting in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = setting.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            var value = setting[(colon + 1)..];
            settings = setting[..colon] switch
            {
                "vertical" when value is "rl" or "lr" => settings with { Vertical = value },
                "line" => settings with { Line = WebVttPlace.Parse(value, true, LineAnchors) ?? settings.Line },
                "position" => settings with { Position = WebVttPlace.Parse(value, false, PositionAnchors) ?? settings.Position },
                "size" => settings with { Size = WebVttPlace.Parse(value, false, []) ?? settings.Size },
                "align" when value is "start" or "center" or "end" or "left" or "right" => settings with { Align = value },
                _ => settings,
            };
        }

        return settings;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Add("vertical", Vertical);
        Add("line", Line);
        Add("position", Position);
        Add("size", Size);
        Add("align", Align);
        return text.ToString();

        void Add(string name, object? value)
        {
            if (value is not null)
                text.Append(text.Length == 0 ? "" : " ").Append(name).Append(':').Append(value);
        }
    }
}
