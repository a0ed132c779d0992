using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Origin;

/// <summary>
/// What viewers fetch, or the edge for them. Paths can't be guessed, so nothing is asked of who has one. Requests for what is about
/// to be there are held until it is (RFC 8216bis, 6.2.5.2), for a few seconds at most.
/// </summary>
internal static class OriginEndpoints
{
    private const string Playlists = "application/vnd.apple.mpegurl";

    public static void MapOrigin(this IEndpointRouteBuilder routes)
    {
        var broadcast = routes.MapGroup($"/{LiveNode.PathPrefix}/{{node}}/{{id}}").AddEndpointFilter(async (context, next) =>
        {
            // Players are on other hosts than nodes; nothing here depends on who asks.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return await next(context);
        });
        broadcast.MapGet("/index.m3u8", (string node, string id, OnAir onAir, HttpResponse response) => Find(onAir, node, id) is { CanBeShown: true } found
            ? Text(response, found.Multivariant(), "max-age=2")
            : Missing(response));
        broadcast.MapGet("/{track}/stream.m3u8", PlaylistAsync);
        broadcast.MapGet("/{track}/init.mp4", (string node, string id, string track, OnAir onAir, HttpResponse response) => Find(onAir, node, id)?.Find(track)?.Header is { } header
            ? Bytes(response, [header.Init], isWhole: true)
            : Missing(response));
        broadcast.MapGet("/{track}/{segment:long:min(0)}.m4s", SegmentAsync);
        broadcast.MapGet("/{track}/{segment:long:min(0)}.{part:int:min(0)}.m4s", PartAsync);
    }

    private static async Task<IResult> PlaylistAsync(string node, string id, string track, OnAir onAir, TimeProvider time, HttpContext context)
    {
        if (Find(onAir, node, id) is not { } presentation || presentation.Find(track) is not { Header: not null } found)
            return Missing(context.Response);
        if (!ReloadRequest.TryRead(context.Request.Query, out var asked) || asked.Segment > found.Window.Next.Segment + LiveLimits.SegmentsAhead)
            return Results.BadRequest();
        var window = found.Window;
        if (asked.Segment is { } segment && !window.Holds(segment, asked.Part))
        {
            if (await HeldAsync(found, window => window.Holds(segment, asked.Part), presentation, time, context.RequestAborted) is not { } held)
                return Late(context.Response);
            window = held;
        }

        // What was asked for by number is the same for everybody who asks for it, and gone from the players' minds soon.
        return Text(context.Response, presentation.Playlist(found, window, asked.Skips), asked.Segment is null ? "max-age=1" : $"max-age={6 * presentation.Grid.TargetSeconds}");
    }

    private static IResult SegmentAsync(string node, string id, string track, long segment, OnAir onAir, HttpResponse response) =>
        Find(onAir, node, id)?.Find(track)?.Window.Find(segment) is { IsComplete: true } found
            ? Bytes(response, [.. found.Parts.Select(part => part.Bytes)], isWhole: true)
            : Missing(response);

    private static async Task<IResult> PartAsync(string node, string id, string track, long segment, int part, OnAir onAir, TimeProvider time, HttpContext context)
    {
        if (Find(onAir, node, id) is not { } presentation || presentation.Find(track) is not { } found)
            return Missing(context.Response);
        var window = found.Window;
        // Only what the playlist hints at is waited for.
        if (window.Next == (segment, part) && !window.HasEnded)
        {
            if (await HeldAsync(found, window => window.HasEnded || window.Next != (segment, part), presentation, time, context.RequestAborted) is not { } held)
                return Late(context.Response);
            window = held;
        }

        return window.Find(segment, part) is { } there ? Bytes(context.Response, [there.Bytes], isWhole: false) : Missing(context.Response);
    }

    private static LivePresentation? Find(OnAir onAir, string node, string id) => onAir.Find($"{LiveNode.PathPrefix}/{node}/{id}")?.Presentation;

    private static async Task<LiveWindow?> HeldAsync(LiveTrack track, Func<LiveWindow, bool> until, LivePresentation presentation, TimeProvider time, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(LiveLimits.HeldTargets * presentation.Grid.TargetSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        LiveMetrics.Held(1);
        try
        {
            return await track.WaitAsync(until, either.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            LiveMetrics.Held(-1);
        }
    }

    private static IResult Text(HttpResponse response, string playlist, string caching)
    {
        response.Headers.CacheControl = caching;
        return Results.Text(playlist, Playlists);
    }

    /// <param name="isWhole">A segment, or what holds as long; parts are asked for once, by whoever is at the live edge.</param>
    private static LiveBytes Bytes(HttpResponse response, IReadOnlyList<ReadOnlyMemory<byte>> pieces, bool isWhole)
    {
        response.Headers.CacheControl = isWhole ? "max-age=60" : "max-age=12";
        return new LiveBytes(pieces);
    }

    private static IResult Missing(HttpResponse response)
    {
        response.Headers.CacheControl = "max-age=1";
        return Results.NotFound();
    }

    private static IResult Late(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
