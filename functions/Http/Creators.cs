using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>Endpoints that make, change or show what a creator owns.</summary>
public sealed class Creators(CallerAuthentication authentication, IdempotentRequests idempotent) : Callers(Role.Creator, authentication, idempotent);
