using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>An image of the owner's that is burned into every picture, at the same place whatever the size.</summary>
/// <param name="Image">Name of a registered image: the SHA-256 of its file, in hexadecimal.</param>
public sealed record WatermarkChoice(string Image)
{
    private const int HashLength = 64;

    public WatermarkCorner Corner { get; init; } = WatermarkCorner.BottomRight;

    /// <summary>0.05 to 1, on top of what the image itself lets through.</summary>
    public double Opacity { get; init; } = 0.8;

    /// <summary>Width of the image, percent of the picture's: 1 to 50.</summary>
    public double Size { get; init; } = 12;

    /// <summary>Room to the picture's edges, percent of its shorter side: 0 to 25.</summary>
    public double Margin { get; init; } = 3;

    /// <summary>Null when it can be done.</summary>
    public Error? Check() =>
        !IsName(Image) ? WatermarkErrors.Missing
        : Opacity is >= 0.05 and <= 1 && Size is >= 1 and <= 50 && Margin is >= 0 and <= 25 && Enum.IsDefined(Corner) ? null
        : WatermarkErrors.PlaceInvalid;

    internal static bool IsName(string? image) => image is { Length: HashLength } && image.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}

/// <summary>Where in the picture.</summary>
[JsonConverter(typeof(CornerWords))]
public enum WatermarkCorner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

/// <summary>Corners are words wherever a choice is written.</summary>
internal sealed class CornerWords() : JsonStringEnumConverter<WatermarkCorner>(System.Text.Json.JsonNamingPolicy.CamelCase);
