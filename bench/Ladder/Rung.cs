namespace StreamPlatform.Bench.Ladder;

/// <summary>One rung made both ways: payload bits a second and luma SSIM against the same scaled pictures.</summary>
internal sealed record Rung(string Content, string Name, double OurBitrate, double OurSsim, double SeedBitrate, double SeedSsim)
{
    public double SsimGain => OurSsim - SeedSsim;
}
