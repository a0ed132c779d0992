namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Where each event leads from each state; what is not here is refused.</summary>
public static class CommentTransitions
{
    private static readonly Dictionary<(CommentState, CommentEvent), CommentState> Table = new()
    {
        [(CommentState.Visible, CommentEvent.HeldBack)] = CommentState.Held,
        [(CommentState.Visible, CommentEvent.TakenOut)] = CommentState.Removed,
        [(CommentState.Visible, CommentEvent.TakenBack)] = CommentState.Deleted,
        [(CommentState.Held, CommentEvent.Approved)] = CommentState.Visible,
        [(CommentState.Held, CommentEvent.Refused)] = CommentState.Rejected,
        [(CommentState.Held, CommentEvent.TakenBack)] = CommentState.Deleted,
        [(CommentState.Rejected, CommentEvent.Approved)] = CommentState.Visible,
        [(CommentState.Rejected, CommentEvent.TakenBack)] = CommentState.Deleted,
        [(CommentState.Removed, CommentEvent.Approved)] = CommentState.Visible,
        [(CommentState.Removed, CommentEvent.TakenBack)] = CommentState.Deleted,
    };

    public static CommentState? Next(CommentState state, CommentEvent on) => Table.TryGetValue((state, on), out var next) ? next : null;

    /// <summary>The event that is meant by wanting a state.</summary>
    public static CommentEvent EventTo(CommentState wanted) => wanted switch
    {
        CommentState.Visible => CommentEvent.Approved,
        CommentState.Held => CommentEvent.HeldBack,
        CommentState.Rejected => CommentEvent.Refused,
        CommentState.Removed => CommentEvent.TakenOut,
        _ => CommentEvent.TakenBack,
    };
}
