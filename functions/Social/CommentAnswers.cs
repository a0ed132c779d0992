using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>Comments as answers to who changed them. Those who are to hear of one are told before: who got no answer asks again, and all is told again.</summary>
public sealed class CommentAnswers(CommentReader comments, CommentNews news, PublicLinks links)
{
    /// <summary>The comment as it was written, with its new ETag, and with what others make of it.</summary>
    /// <param name="hearted">It was given a heart now.</param>
    /// <param name="made">Where one that was made now is found; null of one that was there.</param>
    public async Task<JsonAnswer> OfAsync(Result<Stored<Comment>> written, SeenVideo video, Person person, CancellationToken ct, Func<Comment, string>? made = null, bool hearted = false)
    {
        if (!written.Succeeded)
        {
            return ProblemResults.Problem(written.Error!);
        }

        var comment = written.Value.Value;
        await news.TellAsync(video, comment, ct);
        if (hearted)
        {
            await news.TellOfHeartAsync(video, comment, ct);
        }

        var body = CommentBody.From(await comments.ShowAsync(video, person, comment, ct), video, person, links);
        var answer = new JsonAnswer(made is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, body).WithETag(written.Value.ETag);
        return made is null ? answer : answer.WithHeader("Location", made(comment));
    }
}
