namespace StreamPlatform.Bench.Ladder;

/// <summary>What an encoder made of a rung.</summary>
/// <param name="Bitrate">Payload bits a second.</param>
/// <param name="Ssim">Luma, against the pictures it was given.</param>
/// <param name="ShownSsim">Luma, enlarged to the size of the largest rung, against the pictures of that one: what a viewer sees.</param>
internal sealed record Encoded(double Bitrate, double Ssim, double ShownSsim);
