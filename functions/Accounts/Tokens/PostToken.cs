using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Tokens;

/// <summary>
/// <c>POST /tokens</c>: a token with which an app acts for the account, within scopes. It is in this answer and nowhere else, for which reason no
/// answer is kept for repeated requests.
/// </summary>
public sealed class PostToken(Viewers viewers, ApiTokens tokens)
{
    [Function(nameof(PostToken))]
    [ApiBody(typeof(CreateTokenBody))]
    [ApiAnswer(201, typeof(TokenBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tokens")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<CreateTokenBody>(
            request,
            async (caller, body) => (await tokens.CreateAsync(caller, body.Name, body.Scopes, body.ExpiresInDays, ct))
                .ToAnswer(made => new JsonAnswer(StatusCodes.Status201Created, TokenBody.From(made.Token, made.Text))),
            ct);
}
