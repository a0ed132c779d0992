using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Operations.Audit;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /operations/audit</c>: what was done by rank to what is others', the latest first.</summary>
public sealed class GetAudit(Operators operators, AuditTrail audit)
{
    [Function(nameof(GetAudit))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<AuditBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/audit")] HttpRequest request, CancellationToken ct) =>
        operators.ListAsync(request, async (_, page) => JsonAnswer.Ok(AuditBody.PageOf(await audit.ListAsync(page, ct))), ct);
}
