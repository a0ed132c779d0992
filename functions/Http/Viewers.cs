using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>Endpoints for everybody who has an account.</summary>
public sealed class Viewers(CallerAuthentication authentication, IdempotentRequests idempotent) : Callers(Role.Viewer, authentication, idempotent);
