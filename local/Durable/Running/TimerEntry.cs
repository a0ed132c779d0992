namespace StreamPlatform.Local.Durable;

/// <summary>A timer that has not fired. Ordered by when it fires (UTC ticks).</summary>
internal readonly record struct TimerEntry(long FireAt, string Instance, long Execution, long TaskId)
    : IComparable<TimerEntry>
{
    /// <summary>The task number that stands for an instance's delayed start.</summary>
    public const long Start = -1;

    public int CompareTo(TimerEntry other)
    {
        var order = FireAt.CompareTo(other.FireAt);
        if (order == 0)
            order = string.CompareOrdinal(Instance, other.Instance);
        if (order == 0)
            order = Execution.CompareTo(other.Execution);
        return order == 0 ? TaskId.CompareTo(other.TaskId) : order;
    }

    public Message ToMessage() => TaskId == Start
        ? new Message(HistoryKind.ExecutionStarted, Execution, Start, null, null)
        : new Message(HistoryKind.TimerFired, Execution, TaskId, null, null);
}
