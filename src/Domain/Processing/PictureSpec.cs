namespace StreamPlatform.Domain.Processing;

/// <summary>Thumbnails at these fractions of the duration, and a poster.</summary>
public sealed record PictureSpec(IReadOnlyList<double> ThumbnailFractions, int ThumbnailWidth, int ThumbnailHeight, double PosterFraction, int PosterWidth, int PosterHeight);
