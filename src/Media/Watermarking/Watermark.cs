using System.Globalization;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Media.Watermarking;

/// <summary>The image of a plan on this machine's disk, and how it is put into pictures.</summary>
/// <param name="File">PNG that was looked into when it was registered.</param>
public sealed record Watermark(string File, WatermarkChoice Choice)
{
    /// <summary>
    /// Filters that put it into an SDR picture of this size, BT.709; end in a comma, so that they go between two others. The
    /// image keeps its shape and goes by the picture's width, so that it is at the same place in every rendition and in
    /// all else that is made of the pictures.
    /// </summary>
    /// <param name="label">Tells apart places of one graph.</param>
    internal string Burn(int width, int height, string label)
    {
        var margin = Choice.Margin / 100 * Math.Min(width, height);
        var (left, top) = (Choice.Corner is WatermarkCorner.TopLeft or WatermarkCorner.BottomLeft, Choice.Corner is WatermarkCorner.TopLeft or WatermarkCorner.TopRight);
        var wide = Math.Max(2, Math.Round(Choice.Size / 100 * width));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"null[p{label}];movie=filename='{File}':f=png_pipe,format=rgba,colorchannelmixer=aa={Choice.Opacity:0.###},scale={wide}:-1:flags=area:out_color_matrix=bt709:out_range=tv,format=yuva420p[w{label}];")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"[p{label}][w{label}]overlay=x={(left ? "" : "W-w-")}{margin:0.##}:y={(top ? "" : "H-h-")}{margin:0.##}:format=yuv420:eof_action=repeat,");
    }
}
