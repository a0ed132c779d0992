using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>What every endpoint about a video does around its use case: who asks, and may they see the video.</summary>
public sealed class SocialRequests(Viewers people, CallerAuthentication authentication, SeenVideos videos)
{
    /// <summary>Runs <paramref name="handle"/> for somebody who is signed in and may see the video.</summary>
    public Task<IResult> HandleAsync(HttpRequest request, string playbackId, Func<Person, SeenVideo, Task<JsonAnswer>> handle, CancellationToken ct) =>
        people.HandleAsync(request, caller => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video), ct), ct);

    /// <summary>As above, with a JSON body.</summary>
    public Task<IResult> HandleAsync<TBody>(HttpRequest request, string playbackId, Func<Person, SeenVideo, TBody, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class =>
        people.HandleAsync<TBody>(request, (caller, body) => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video, body), ct), ct);

    /// <summary>As above, for what is made once: see <see cref="Callers.HandleOnceAsync{TBody}"/>.</summary>
    public Task<IResult> HandleOnceAsync<TBody>(HttpRequest request, string playbackId, Func<Person, SeenVideo, TBody, string?, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class =>
        people.HandleOnceAsync<TBody>(request, (caller, body, id) => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video, body, id), ct), ct);

    /// <summary>As above, for listings.</summary>
    public Task<IResult> ListOwnAsync(HttpRequest request, string playbackId, Func<Person, SeenVideo, PageRequest, Task<JsonAnswer>> handle, CancellationToken ct) =>
        people.ListAsync(request, (caller, page) => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video, page), ct), ct);

    /// <summary>Runs <paramref name="handle"/> for anybody; who can't be told is nobody.</summary>
    public async Task<IResult> OpenAsync(HttpRequest request, Func<Person?, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var caller = await authentication.AuthenticateAsync(request, Role.Viewer, ct);
        return await handle(caller.Succeeded ? Person.Of(caller.Value) : null);
    }

    /// <summary>As above, for anybody who may see the video.</summary>
    public Task<IResult> OpenAsync(HttpRequest request, string playbackId, Func<Person?, SeenVideo, Task<JsonAnswer>> handle, CancellationToken ct) =>
        OpenAsync(request, person => SeenAsync(person, playbackId, video => handle(person, video), ct), ct);

    /// <summary>As above, for listings.</summary>
    public Task<IResult> ListAsync(HttpRequest request, string playbackId, Func<Person?, SeenVideo, PageRequest, Task<JsonAnswer>> handle, CancellationToken ct) =>
        ListAsync(request, (person, page) => SeenAsync(person, playbackId, video => handle(person, video, page), ct), ct);

    /// <summary>As above, of no video.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, Func<Person?, PageRequest, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var page = PageQuery.Parse(request);
        try
        {
            return page.Succeeded ? await OpenAsync(request, person => handle(person, page.Value), ct) : ProblemResults.Problem(page.Error!);
        }
        catch (InvalidCursorException)
        {
            return ProblemResults.Problem(RequestErrors.CursorInvalid());
        }
    }

    private async Task<JsonAnswer> SeenAsync(Person? person, string playbackId, Func<SeenVideo, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var video = await videos.FindAsync(person, playbackId, ct);
        return video.Succeeded ? await handle(video.Value) : ProblemResults.Problem(video.Error!);
    }
}
