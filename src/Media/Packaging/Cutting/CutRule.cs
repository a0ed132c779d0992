namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Where a track is cut: <see cref="VideoCut"/> or <see cref="AudioCut"/>.</summary>
public abstract record CutRule;
