using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace StreamPlatform.Local.Host.Http;

/// <summary>Turns what an HTTP function has returned into the answer.</summary>
internal static class HttpAnswers
{
    public static Task WriteAsync(HttpContext context, object? result) => result switch
    {
        _ when context.Response.HasStarted => Task.CompletedTask,
        IResult answer => answer.ExecuteAsync(context),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        null => Empty(context),
        string text => context.Response.WriteAsync(text, context.RequestAborted),
        byte[] bytes => context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask(),
        _ => context.Response.WriteAsJsonAsync(result, result.GetType(), context.RequestAborted),
    };

    private static Task Empty(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
