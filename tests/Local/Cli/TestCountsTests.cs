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

    [Fact]
    public void Other_runners_are_counted_by_the_last_plain_line_they_print()
    {
        Assert.Equal(new(3, 1, 2), TestCounts.FromPlainLine("1 passed, 0 failed, 0 skipped\nFAILED x\n3 passed, 1 failed, 2 skipped\n"));
        Assert.Null(TestCounts.FromPlainLine("it broke before its end"));
    }
}
