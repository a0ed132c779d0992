namespace StreamPlatform.Functions.Egress;

/// <summary>Which addresses that strangers chose may be asked.</summary>
/// <param name="AllowPrivateNetworks">Also those of this machine and of private networks, by plain HTTP and at any port: for a machine of one's own.</param>
/// <param name="AllowCleartext">Plain HTTP too.</param>
/// <param name="Ports">Only these; null for any.</param>
internal sealed record EgressRules(bool AllowPrivateNetworks, bool AllowCleartext = false, IReadOnlyList<int>? Ports = null);
