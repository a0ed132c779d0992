namespace StreamPlatform.Domain.Playback;

/// <summary>A few seconds that move, without sound: blob names (media container); null where one could not be made.</summary>
/// <param name="Video">MP4.</param>
/// <param name="Image">Animated WebP.</param>
public sealed record PresentedPreview(string? Video, string? Image);
