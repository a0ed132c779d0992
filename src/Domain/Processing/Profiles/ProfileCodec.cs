namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>A codec of a profile and the rungs it makes.</summary>
/// <param name="Codec"><c>h264</c>, <c>hevc</c> or <c>av1</c>.</param>
/// <param name="Preset">The encoder's own name for its effort (x264 and x265 words, SVT-AV1 numbers).</param>
/// <param name="Crf">Constant quality where the title isn't measured, on the encoder's own scale; lower is better.</param>
/// <param name="BitrateFactor">Bitrate caps as a share of H.264's, for codecs that need fewer bits.</param>
/// <param name="MinShortSide">Rungs with a shorter short side are not made in it; 0 for all.</param>
public sealed record ProfileCodec(string Codec, string Preset, double Crf, double BitrateFactor = 1, int MinShortSide = 0);
