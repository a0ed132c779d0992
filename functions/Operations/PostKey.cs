using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary>
/// <c>POST /operations/keys</c>: an operator, who has a key of the function app, gets an API key for the installation's
/// owner. Its secret is in this answer and nowhere else.
/// </summary>
public sealed class PostKey(EnsureFirstApiKey keys)
{
    [Function(nameof(PostKey))]
    [ApiAnswer(201, typeof(KeyBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/keys")] HttpRequest request, CancellationToken ct) =>
        new JsonAnswer(StatusCodes.Status201Created, new KeyBody(await keys.ExecuteAsync(null, ct)));
}
