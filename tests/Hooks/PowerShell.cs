using Microsoft.PowerShell;

namespace StreamPlatform.Hooks.Tests;

/// <summary>The tests' own entry point: PowerShell as its package has it, so that no machine needs one installed.</summary>
internal static class PowerShell
{
    public static int Main(string[] args) => ConsoleShell.Start(null, null, args);
}
