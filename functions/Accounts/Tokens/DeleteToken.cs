using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Tokens;

/// <summary><c>DELETE /tokens/{tokenId}</c>: revokes an API token, which opens nothing from then on.</summary>
public sealed class DeleteToken(Viewers viewers, ApiTokens tokens)
{
    [Function(nameof(DeleteToken))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "tokens/{tokenId}")] HttpRequest request, string tokenId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                await tokens.RevokeAsync(caller.OwnerId, tokenId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
