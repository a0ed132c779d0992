namespace StreamPlatform.Local.Durable;

/// <summary>What arrived for an instance, sorted by what is to be done about it now.</summary>
internal sealed class SortedMail
{
    /// <summary>For former executions, and starts of one that has started.</summary>
    public List<Message> Stale { get; } = [];

    /// <summary>For the code, in order.</summary>
    public List<Message> Arrivals { get; } = [];

    /// <summary>Suspensions and resumptions.</summary>
    public List<Message> Controls { get; } = [];

    /// <summary>Not to be handled before the instance is resumed or started.</summary>
    public List<Message> Held { get; } = [];

    /// <summary>If set, nothing else matters.</summary>
    public Message? Termination { get; private set; }

    /// <summary>Whether the instance is suspended after all this.</summary>
    public bool Suspended { get; private set; }

    public bool HasWork =>
        Termination is not null || Arrivals.Count > 0 || Controls.Count > 0 || Held.Any(m => IsResult(m) && m.InboxId is null);

    /// <summary>Whether it is an activity's result, which must be stored if it has to wait.</summary>
    public static bool IsResult(Message message) => message.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed;

    public static SortedMail Sort(InstanceHead head, IEnumerable<Message> messages)
    {
        var mail = new SortedMail { Suspended = head.Status == OrchestrationRuntimeStatus.Suspended };
        foreach (var message in messages)
        {
            if (message.Execution is { } execution && execution != head.Execution)
                mail.Stale.Add(message);
            else if (message.Kind == HistoryKind.ExecutionStarted && !mail.NeedsStart(head))
                mail.Stale.Add(message);
            else
                mail.Add(message);
        }

        mail.HoldUntilStarted(head);
        return mail;
    }

    private void Add(Message message)
    {
        switch (message.Kind)
        {
            case HistoryKind.ExecutionTerminated:
                Termination = message;
                break;
            case HistoryKind.ExecutionSuspended:
                Suspended = true;
                Controls.Add(message);
                break;
            case HistoryKind.ExecutionResumed:
                Suspended = false;
                Controls.Add(message);
                Arrivals.AddRange(Held);
                Held.Clear();
                break;
            default:
                (Suspended ? Held : Arrivals).Add(message);
                break;
        }
    }

    private bool NeedsStart(InstanceHead head) =>
        !head.Started && !Arrivals.Concat(Held).Any(m => m.Kind == HistoryKind.ExecutionStarted);

    /// <summary>The start comes first; before it, nothing reaches the code.</summary>
    private void HoldUntilStarted(InstanceHead head)
    {
        if (head.Started)
            return;
        var start = Arrivals.FindIndex(m => m.Kind == HistoryKind.ExecutionStarted);
        if (start < 0)
        {
            Held.InsertRange(0, Arrivals);
            Arrivals.Clear();
        }
        else
        {
            var first = Arrivals[start];
            Arrivals.RemoveAt(start);
            Arrivals.Insert(0, first);
        }
    }
}
