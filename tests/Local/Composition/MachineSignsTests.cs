using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Tests.Composition;

public sealed class MachineSignsTests
{
    [Theory]
    [InlineData(3L << 30, 10, "")]
    [InlineData(1L << 30, 10, "disk.low")]
    [InlineData(3L << 30, 301, "hub.lag")]
    [InlineData(1L << 30, 301, "disk.low hub.lag")]
    public void A_full_disk_and_a_reader_that_is_behind_are_concerns(long free, int seconds, string concerns) => Assert.Equal(
        concerns,
        string.Join(' ', MachineSigns.Concerns(free, [new HubLag("telemetry", "$Default", 5, TimeSpan.FromSeconds(seconds))]).Select(concern => concern.Code)));
}
