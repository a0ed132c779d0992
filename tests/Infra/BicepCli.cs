using System.Diagnostics;
using System.Reflection;

namespace StreamPlatform.Infra.Tests;

/// <summary>Runs the Bicep compiler of the pinned package, without the network.</summary>
internal static class BicepCli
{
    /// <summary>What azd sets; <c>main.bicepparam</c> has no defaults for these.</summary>
    private static readonly (string Name, string Value)[] AzdEnvironment =
        [("AZURE_ENV_NAME", "stream-azd"), ("AZURE_LOCATION", "westeurope")];

    private static readonly string Executable = typeof(BicepCli).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "BicepCli").Value!;

    /// <summary>Exit code and everything printed; a clean run prints nothing.</summary>
    public static Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments) => RunInAsync(Checkout.Infra, arguments);

    /// <summary>What a parameter file would deploy; names are derived from what is said here, and any fixed ones will do.</summary>
    /// <param name="mode"><c>overwrite</c> or <c>validate</c>.</param>
    public static Task<(int ExitCode, string Printed)> SnapshotAsync(string folder, string parameters, string mode) => RunInAsync(
        folder, "snapshot", parameters, "--mode", mode, "--subscription-id", "00000000-0000-0000-0000-000000000000", "--location", "westeurope", "--deployment-name", "snapshot");

    /// <inheritdoc cref="RunAsync"/>
    public static async Task<(int ExitCode, string Printed)> RunInAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in AzdEnvironment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
