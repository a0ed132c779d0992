using System.CommandLine;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Publishing;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary>An image of this machine to burn in, and where, as options of the commands that take one.</summary>
internal sealed class WatermarkOptions
{
    private readonly Option<string?> _image = new("--watermark") { Description = "A PNG image to burn into every picture.", HelpName = "PNG" };
    private readonly Option<WatermarkCorner> _corner = new("--watermark-corner") { Description = "Where: TopLeft, TopRight, BottomLeft or BottomRight.", HelpName = "CORNER", DefaultValueFactory = _ => WatermarkCorner.BottomRight };

    public WatermarkOptions(Command command)
    {
        command.Options.Add(_image);
        command.Options.Add(_corner);
    }

    public ChosenWatermark? Read(ParseResult parsed) =>
        parsed.GetValue(_image) is { } png ? new ChosenWatermark(Path.GetFullPath(png), parsed.GetValue(_corner)) : null;
}

/// <summary>What was chosen, before a platform knows the image.</summary>
internal sealed record ChosenWatermark(string File, WatermarkCorner Corner)
{
    /// <exception cref="CommandFailure">The file can't be read.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken ct) =>
        FilePublisher.WhyNotThere(File) is { } why ? throw why : await System.IO.File.ReadAllBytesAsync(File, ct);

    /// <exception cref="CommandFailure">The file can't be read, or the platform refuses the image.</exception>
    public async Task<WatermarkChoice> RegisterAsync(PlatformApi api, CancellationToken ct) =>
        new(await api.RegisterWatermarkAsync(await ReadAsync(ct), ct)) { Corner = Corner };
}
