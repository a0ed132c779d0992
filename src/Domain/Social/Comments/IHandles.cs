namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Finds who is meant by a handle.</summary>
public interface IHandles
{
    /// <param name="name">What stands after the <c>@</c>: a handle or a person's ID.</param>
    /// <returns>The person's ID, or null.</returns>
    Task<string?> FindAsync(string name, CancellationToken ct);
}
