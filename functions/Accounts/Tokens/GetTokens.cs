using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Tokens;

/// <summary><c>GET /tokens</c>: the account's API tokens, newest first.</summary>
public sealed class GetTokens(Viewers viewers, ApiTokens tokens)
{
    [Function(nameof(GetTokens))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<TokenBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tokens")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await tokens.ListAsync(caller.OwnerId, page, ct);
                return JsonAnswer.Ok(new PageBody<TokenBody>([.. found.Items.Select(token => TokenBody.From(token))], found.Cursor));
            },
            ct);
}
