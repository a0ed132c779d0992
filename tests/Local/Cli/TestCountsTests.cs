using StreamPlatform.Local.Cli.Testing;

namespace StreamPlatform.Local.Tests.Cli;

public sealed class TestCountsTests
{
    [Fact]
    public void Results_are_counted_by_outcome()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("a.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult outcome="Passed" /><UnitTestResult outcome="Passed" /><UnitTestResult outcome="Failed" />
              <UnitTestResult outcome="Timeout" /><UnitTestResult outcome="NotExecuted" />
            </Results></TestRun>
            """);
        Assert.Equal("2 passed, 2 failed, 1 skipped", TestCounts.FromTrx(folder.At("a.trx")).ToString());
    }
}
