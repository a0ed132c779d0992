using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Social;

/// <summary>A video of five minutes, and what people say of it.</summary>
internal sealed class Discussion
{
    public const string AssetId = "asset_1";

    public static readonly Person Owner = new("user_owner", "user_owner"), Anna = new("user_anna", "user_anna"), Ben = new("user_ben", "user_ben"),
        Moderator = new("user_mo", "user_mo", IsModerator: true);

    private readonly IDocuments _documents;

    public Discussion(House house, IDocuments? documents = null, ISpamScore? spam = null)
    {
        _documents = documents ?? house.Get<IDocuments>();
        Tallies = new Tallies(_documents, house.Clock);
        var pages = new CommentPages(house.Clock);
        Store = new CommentStore(_documents, pages);
        Likes = new CommentLikes(new Marks(_documents, house.Clock), Tallies, Store, _documents);
        Reader = new CommentReader(_documents, Likes, pages, new Profiles(_documents, house.Clock));
        Writer = new CommentWriter(Store, _documents, new ProfileHandles(new Profiles(_documents, house.Clock)), spam ?? new NoSpamScore(), house.Clock);
        Care = new CommentCare(Store);
        House = house;
    }

    public House House { get; }
    public Tallies Tallies { get; }
    public CommentStore Store { get; }
    public CommentLikes Likes { get; }
    public CommentReader Reader { get; }
    public CommentWriter Writer { get; }
    public CommentCare Care { get; }

    public SeenVideo SeenBy(Person? person) => new(
        new Asset
        {
            Id = AssetId, OwnerId = Owner.Id, Title = "The sea", State = AssetState.Ready, CreatedAt = House.Clock.GetUtcNow(), UpdatedAt = House.Clock.GetUtcNow(), DurationSeconds = 300,
        },
        "play_1",
        person == Owner);

    /// <summary>A second later than what was said before.</summary>
    public async Task<Comment> SayAsync(Person author, string text, string? parentId = null)
    {
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Writer.PostAsync(SeenBy(author), author, new NewComment(text, parentId), null, default)).Value.Value;
    }

    public async Task<string?> DecideAsync(Person person, string commentId, CommentState? state = null, bool? pinned = null, bool? hearted = null) =>
        (await Care.DecideAsync(SeenBy(person), person, commentId, new CommentDecision(state, pinned, hearted), default)).Error?.Code;

    public async Task<string?> DeleteAsync(Person person, string commentId) => (await Writer.DeleteAsync(SeenBy(person), person, commentId, default)).Error?.Code;

    public Task<CommentPage> ListAsync(Person? person = null, CommentOrder order = CommentOrder.Newest, string? cursor = null, int limit = 50) =>
        Reader.ListAsync(SeenBy(person), person, order, new PageRequest(cursor, limit), default);

    /// <summary>What is listed, thread by thread; <c>-</c> of what was taken back.</summary>
    public async Task<string> TextsAsync(Person? person = null, CommentOrder order = CommentOrder.Newest) =>
        string.Join(' ', (await ListAsync(person, order)).Items.Select(shown => shown.Comment.Text ?? "-"));

    public async Task<List<Drift>> RecountAsync()
    {
        var recount = new Recount(_documents, Tallies, [new CommentRecount(_documents), new CommentLikeRecount(_documents, Likes)]);
        var (drifts, progress) = (new List<Drift>(), RecountProgress.Start);
        while (progress.Next is { } step)
        {
            var found = await recount.StepAsync(step, default);
            drifts.AddRange(found.Drifts);
            progress = progress.After(found);
        }

        return drifts;
    }
}
