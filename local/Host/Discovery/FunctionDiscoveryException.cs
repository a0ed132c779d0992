namespace StreamPlatform.Local.Host.Discovery;

/// <summary>The functions can't be hosted as they are written; every fault found is named, not only the first.</summary>
public sealed class FunctionDiscoveryException(IReadOnlyList<string> faults)
    : Exception("The functions can't be hosted:\n" + string.Join('\n', faults.Select(fault => "  " + fault)))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
