namespace StreamPlatform.Bench.Ladder;

/// <summary>One rung made both ways.</summary>
/// <param name="Ours">Of the platform.</param>
/// <param name="Seed">Of the seed ladder.</param>
internal sealed record Rung(string Content, string Name, Encoded Ours, Encoded Seed)
{
    public double SsimGain => Ours.Ssim - Seed.Ssim;
}
