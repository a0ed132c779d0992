namespace StreamPlatform.Local.Model;

/// <summary>Where the host's durable management API is (<c>…/runtime/webhooks/durabletask</c>) and the key that opens it.</summary>
internal sealed record ManagementEndpoint(Uri BaseUrl, string Code);
