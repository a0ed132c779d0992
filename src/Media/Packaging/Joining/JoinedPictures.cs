using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Joining;

/// <summary>What the picture items made, as it is presented. Of a storyboard all sheets must be there.</summary>
internal sealed class JoinedPictures(TranscodePlan plan, IReadOnlyList<string> made)
{
    private readonly RunPaths _paths = new(plan.AssetId, plan.RunId);

    public string? Poster => Find(PictureNames.Poster);

    public IReadOnlyList<string> Thumbnails => [.. made.Where(PictureNames.IsThumbnail).Select(Name)];

    public string? Waveform => Find(PictureNames.Waveform);

    public PresentedPreview? Preview => Find(PictureNames.PreviewVideo) is var video && Find(PictureNames.PreviewImage) is var image && (video ?? image) is not null
        ? new PresentedPreview(video, image)
        : null;

    public PresentedStoryboard? Storyboard
    {
        get
        {
            if (plan.Pictures?.Storyboard is not { } spec)
                return null;
            var sheets = made.Where(PictureNames.IsSheet).Order(StringComparer.Ordinal).Select(Name).ToList();
            return sheets.Count * spec.Columns * spec.Rows >= spec.Count
                ? new PresentedStoryboard(sheets, spec.IntervalSeconds, spec.Count, spec.TileWidth, spec.TileHeight, spec.Columns, spec.Rows)
                : null;
        }
    }

    public static JoinedPictures Of(TranscodePlan plan, IReadOnlyDictionary<string, ItemMarker> markers) => new(
        plan,
        [.. plan.Items.Where(item => item.Kind == WorkItemKind.Pictures && markers.ContainsKey(item.Id)).SelectMany(item => markers[item.Id].Pictures)]);

    private string? Find(string name) => made.Contains(name) ? Name(name) : null;

    private string Name(string picture) => _paths.Picture(picture).Name;
}
