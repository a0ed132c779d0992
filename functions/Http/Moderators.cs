using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>Endpoints for those who decide on what others reported.</summary>
public sealed class Moderators(CallerAuthentication authentication, IdempotentRequests idempotent) : Callers(Role.Moderator, authentication, idempotent);
