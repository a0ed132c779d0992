namespace StreamPlatform.Bench.Scale.Backlog;

/// <summary>
/// KEDA's rule for jobs with the azure-queue scaler, as Container Apps runs it: at each poll, as many jobs as there are
/// messages by <see cref="MessagesPerJob"/>, hidden ones counted (strategy <c>all</c>), up to the most, less those that run.
/// </summary>
internal sealed record JobScaler(int MaxJobs)
{
    public int PollSeconds { get; init; } = 30;

    public int MessagesPerJob { get; init; } = 1;

    /// <summary>From a poll's decision until the job looks for its message: a replica placed, an image pulled, a runtime started. Assumed.</summary>
    public int StartSeconds { get; init; } = 20;

    /// <param name="messages">In the queue, those being worked on too.</param>
    /// <param name="jobs">Running or starting.</param>
    public int Starts(int messages, int jobs) =>
        Math.Max(0, Math.Min(MaxJobs, (messages + MessagesPerJob - 1) / MessagesPerJob) - jobs);
}
