namespace StreamPlatform.Media.Mp4;

/// <summary>The bytes are not what ISO/IEC 14496-12 allows, are cut short, or ask for more memory than is granted.</summary>
public sealed class Mp4Exception(string message) : Exception(message);
