namespace StreamPlatform.Domain.Processing;

/// <summary>Pictures to take of a video: thumbnails at these fractions of the duration, a poster, and more where asked.</summary>
/// <param name="PosterFraction">Where the poster is best taken; between pictures that are equally good the nearer one wins.</param>
public sealed record PictureSpec(IReadOnlyList<double> ThumbnailFractions, int ThumbnailWidth, int ThumbnailHeight, double PosterFraction, int PosterWidth, int PosterHeight)
{
    public StoryboardSpec? Storyboard { get; init; }

    public PreviewSpec? Preview { get; init; }
}
