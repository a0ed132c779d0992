using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>What every endpoint that wants to know its caller does around its use case: authenticate, read the body, answer failures as problems.</summary>
/// <param name="role">What a caller must have at least: each of the classes below is for one.</param>
public abstract class Callers(Role role, CallerAuthentication authentication, IdempotentRequests idempotent)
{
    /// <summary>What a caller must have at least.</summary>
    public Role Role => role;

    /// <summary>Runs <paramref name="handle"/> for an authenticated caller of the role.</summary>
    public async Task<IResult> HandleAsync(
        HttpRequest request, Func<Caller, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var caller = await authentication.AuthenticateAsync(request, role, ct);
        return caller.Succeeded ? await handle(caller.Value) : ProblemResults.Problem(caller.Error!);
    }

    /// <summary>As above, with a JSON body.</summary>
    public Task<IResult> HandleAsync<TBody>(
        HttpRequest request, Func<Caller, TBody, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class =>
        HandleAsync(
            request,
            async caller =>
            {
                var body = await RequestBody.ReadAsync<TBody>(request, ct);
                return body.Succeeded ? await handle(caller, body.Value.Value) : ProblemResults.Problem(body.Error!);
            },
            ct);

    /// <summary>
    /// As above, for requests that create something: one with an <c>Idempotency-Key</c> is done once, also when its first try
    /// died half-way, if <paramref name="handle"/> heeds the id that it gets as its last argument.
    /// </summary>
    public Task<IResult> HandleOnceAsync<TBody>(
        HttpRequest request, Func<Caller, TBody, string?, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class =>
        HandleAsync(
            request,
            async caller =>
            {
                var body = await RequestBody.ReadAsync<TBody>(request, ct);
                return body.Succeeded
                    ? await idempotent.RunAsync(request, caller, body.Value.Hash, id => handle(caller, body.Value.Value, id), ct)
                    : ProblemResults.Problem(body.Error!);
            },
            ct);

    /// <summary>As above, for requests without a body.</summary>
    public Task<IResult> HandleOnceAsync(
        HttpRequest request, Func<Caller, Task<JsonAnswer>> handle, CancellationToken ct) =>
        HandleAsync(request, caller => idempotent.RunAsync(request, caller, "", _ => handle(caller), ct), ct);

    /// <summary>As above, for listings.</summary>
    public Task<IResult> ListAsync(
        HttpRequest request, Func<Caller, PageRequest, Task<JsonAnswer>> handle, CancellationToken ct) =>
        HandleAsync(
            request,
            async caller =>
            {
                var page = PageQuery.Parse(request);
                try
                {
                    return page.Succeeded ? await handle(caller, page.Value) : ProblemResults.Problem(page.Error!);
                }
                catch (InvalidCursorException)
                {
                    return ProblemResults.Problem(RequestErrors.CursorInvalid());
                }
            },
            ct);

    /// <summary>As above, for listings whose items are heavy: with <c>?fields=…</c>, of <typeparamref name="TItem"/>.</summary>
    public Task<IResult> ListAsync<TItem>(
        HttpRequest request, Func<Caller, PageRequest, FieldSelection, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var fields = FieldSelection.Parse<TItem>(request);
        return ListAsync(
            request,
            (caller, page) => fields.Succeeded ? handle(caller, page, fields.Value) : Task.FromResult(ProblemResults.Problem(fields.Error!)),
            ct);
    }
}
