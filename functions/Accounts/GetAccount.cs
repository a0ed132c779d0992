using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>GET /account</c>: what the caller uses and may use.</summary>
public sealed class GetAccount(Viewers viewers, Quotas quotas)
{
    [Function(nameof(GetAccount))]
    [ApiAnswer(200, typeof(AccountBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => JsonAnswer.Ok(AccountBody.From(await quotas.UsageOfAsync(caller.OwnerId, ct))),
            ct);
}
