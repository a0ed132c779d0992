using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>Endpoints for those who run the installation, when they have signed in; those that a key of the function app opens need no caller.</summary>
public sealed class Operators(CallerAuthentication authentication, IdempotentRequests idempotent) : Callers(Role.Operator, authentication, idempotent);
