using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>What every endpoint about a video does around its use case: who asks, and may they see the video.</summary>
public sealed class SocialRequests(Viewers people, SeenVideos videos)
{
    /// <summary>Runs <paramref name="handle"/> for somebody who is signed in and may see the video.</summary>
    public Task<IResult> HandleAsync(HttpRequest request, string playbackId, Func<Person, SeenVideo, Task<JsonAnswer>> handle, CancellationToken ct) =>
        people.HandleAsync(request, caller => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video), ct), ct);

    /// <summary>As above, with a JSON body.</summary>
    public Task<IResult> HandleAsync<TBody>(HttpRequest request, string playbackId, Func<Person, SeenVideo, TBody, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class =>
        people.HandleAsync<TBody>(request, (caller, body) => SeenAsync(Person.Of(caller), playbackId, video => handle(Person.Of(caller), video, body), ct), ct);

    private async Task<JsonAnswer> SeenAsync(Person? person, string playbackId, Func<SeenVideo, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        var video = await videos.FindAsync(person, playbackId, ct);
        return video.Succeeded ? await handle(video.Value) : ProblemResults.Problem(video.Error!);
    }
}
