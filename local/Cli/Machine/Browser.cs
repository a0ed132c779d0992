namespace StreamPlatform.Local.Cli.Machine;

/// <summary>The Chromium that the tests drive: the one that <c>CHROMIUM</c> names, else an installed one.</summary>
internal static class Browser
{
    private const string Variable = "CHROMIUM";

    public static bool Installed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Packages.Chromium.Installed;

    /// <summary>Distributions call it differently; test scripts look at the variable alone.</summary>
    public static void TellChildren()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
        {
            Environment.SetEnvironmentVariable(Variable, Packages.Chromium.Program);
        }
    }
}
