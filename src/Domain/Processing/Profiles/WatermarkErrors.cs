namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>What can be wrong with a watermark and its image.</summary>
public static class WatermarkErrors
{
    public const int MaxBytes = 1 << 20;
    public const int MaxSide = 2000;
    public const int MaxImages = 50;

    /// <summary>No such image is registered, or it was deleted.</summary>
    public static Error Missing { get; } = new(
        "watermark.missing", 422, "The watermark's image isn't there. Register it (POST /api/account/watermarks), and name it as the answer does.");

    /// <summary>Opacity, size or margin are out of range.</summary>
    public static Error PlaceInvalid { get; } = new(
        "watermark.place_invalid", 400, "A watermark has an opacity of 0.05 to 1, a size of 1 to 50 and a margin of 0 to 25 percent, at topLeft, topRight, bottomLeft or bottomRight.");

    /// <summary>The file is no image that can be taken.</summary>
    public static Error Unreadable { get; } = new(
        "watermark.unreadable", 422, "The file is no PNG image that can be read. Export it as PNG and register it again.");

    /// <summary>The file or its picture is larger than a watermark may be.</summary>
    public static Error TooLarge { get; } = new(
        "watermark.too_large", 413, FormattableString.Invariant($"A watermark's image may have at most {MaxBytes / 1024} kB and {MaxSide} pixels a side."));

    /// <summary>The account has as many images as it may have.</summary>
    public static Error TooMany { get; } = new(
        "watermark.too_many", 409, FormattableString.Invariant($"An account may have at most {MaxImages} watermark images. Delete one first."));

    /// <summary>Told of sources whose range can't be kept under a watermark.</summary>
    public static Catalog.AssetFailure StandardRange { get; } = new(
        "watermark.standard_range", "The original is HDR; under a watermark all renditions are of standard range.");
}
