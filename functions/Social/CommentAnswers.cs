using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>Comments as answers to who changed them.</summary>
public sealed class CommentAnswers(CommentReader comments)
{
    /// <summary>The comment as it was written, with its new ETag, and with what others make of it.</summary>
    /// <param name="made">Where one that was made now is found; null of one that was there.</param>
    public async Task<JsonAnswer> OfAsync(Result<Stored<Comment>> written, SeenVideo video, Person person, CancellationToken ct, Func<Comment, string>? made = null)
    {
        if (!written.Succeeded)
        {
            return ProblemResults.Problem(written.Error!);
        }

        var comment = written.Value.Value;
        var body = CommentBody.From(await comments.ShowAsync(video, person, comment, ct), video, person);
        var answer = new JsonAnswer(made is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, body).WithETag(written.Value.ETag);
        return made is null ? answer : answer.WithHeader("Location", made(comment));
    }
}
