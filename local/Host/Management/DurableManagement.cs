using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Management;

/// <summary>
/// The management API of the durable engine, like the Functions host's
/// (<c>/runtime/webhooks/durabletask/instances/…</c>), guarded by the system key.
/// </summary>
internal sealed class DurableManagement(DurableEngine engine, KeyGuard guard)
{
    public const string Prefix = "/runtime/webhooks/durabletask";

    private DurableTaskClient Client => engine.Client;

    public void Map(IEndpointRouteBuilder app)
    {
        Route("GET", "/instances", ListAsync);
        Route("DELETE", "/instances", PurgeManyAsync);
        Route("GET", "/instances/{id}", ReadAsync);
        Route("DELETE", "/instances/{id}", PurgeAsync);
        Route("POST", "/instances/{id}/raiseEvent/{name}", RaiseAsync);
        Route("POST", "/instances/{id}/terminate", context => SteerAsync(context, (id, reason) => Client.TerminateInstanceAsync(id, output: reason)));
        Route("POST", "/instances/{id}/suspend", context => SteerAsync(context, (id, reason) => Client.SuspendInstanceAsync(id, reason)));
        Route("POST", "/instances/{id}/resume", context => SteerAsync(context, (id, reason) => Client.ResumeInstanceAsync(id, reason)));
        Route("POST", "/orchestrators/{name}/{id?}", StartAsync);

        void Route(string method, string path, Func<HttpContext, Task<IResult>> serve) =>
            app.MapMethods(Prefix + path, [method], (RequestDelegate)(async context =>
            {
                if (!guard.AllowsSystem(context.Request))
                {
                    await KeyGuard.RefuseAsync(context);
                    return;
                }

                context.Response.Headers.CacheControl = "no-store";
                try
                {
                    await (await serve(context)).ExecuteAsync(context);
                }
                catch (BadHttpRequestException exception)
                {
                    await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, "host.bad_request", exception.Message);
                }
            }));
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var showInput = InstanceQuery.Flag(context.Request, "showInput");
        await foreach (var page in Client.GetAllInstancesAsync(InstanceQuery.Read(context.Request)).AsPages())
        {
            if (page.ContinuationToken is { } token)
                context.Response.Headers[InstanceQuery.ContinuationHeader] = token;
            return Results.Json(new JsonArray([.. page.Values.Select(instance => InstanceView.Of(instance, showInput))]));
        }

        return Results.Json(new JsonArray());
    }

    private async Task<IResult> ReadAsync(HttpContext context)
    {
        if (await Client.GetInstanceAsync(Id(context), getInputsAndOutputs: true, context.RequestAborted) is not { } instance)
            return Results.NotFound();
        var view = InstanceView.Of(instance, showInput: !context.Request.Query.ContainsKey("showInput") || InstanceQuery.Flag(context.Request, "showInput"));
        if (InstanceQuery.Flag(context.Request, "showHistory"))
        {
            view["historyEvents"] = InstanceView.Of(
                await engine.GetHistoryAsync(instance.InstanceId), InstanceQuery.Flag(context.Request, "showHistoryOutput"));
        }

        return Results.Json(view, statusCode: instance.IsCompleted ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private async Task<IResult> PurgeAsync(HttpContext context)
    {
        var purged = await Client.PurgeInstanceAsync(Id(context), context.RequestAborted);
        return purged.PurgedInstanceCount == 0
            ? Results.NotFound()
            : Results.Json(new { instancesDeleted = purged.PurgedInstanceCount });
    }

    private async Task<IResult> PurgeManyAsync(HttpContext context)
    {
        var query = InstanceQuery.Read(context.Request);
        if (query.CreatedFrom is null)
            throw new BadHttpRequestException("'createdTimeFrom' is needed, so that not everything is purged by mistake.");
        var purged = await Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(query.CreatedFrom, query.CreatedTo, query.Statuses), context.RequestAborted);
        return purged.PurgedInstanceCount == 0
            ? Results.NotFound()
            : Results.Json(new { instancesDeleted = purged.PurgedInstanceCount });
    }

    private async Task<IResult> RaiseAsync(HttpContext context)
    {
        var payload = await BodyAsync(context);
        return await SteerAsync(context, (id, _) => Client.RaiseEventAsync(id, (string)context.Request.RouteValues["name"]!, payload));
    }

    private async Task<IResult> SteerAsync(HttpContext context, Func<string, string?, Task> steer)
    {
        if (await Client.GetInstanceAsync(Id(context), context.RequestAborted) is not { } instance)
            return Results.NotFound();
        if (instance.IsCompleted)
            return Results.StatusCode(StatusCodes.Status410Gone);
        await steer(instance.InstanceId, context.Request.Query["reason"].FirstOrDefault());
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<IResult> StartAsync(HttpContext context)
    {
        var input = await BodyAsync(context);
        var options = new StartOrchestrationOptions(context.Request.RouteValues["id"] as string);
        try
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync(
                (string)context.Request.RouteValues["name"]!, input, options, context.RequestAborted);
            return Results.Json(Client.CreateHttpManagementPayload(id), statusCode: StatusCodes.Status202Accepted);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return Results.Conflict();
        }
    }

    private static async Task<JsonElement?> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not JSON.", exception);
        }
    }
}
