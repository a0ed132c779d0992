namespace StreamPlatform.Local.Durable;

/// <summary>Exceptions as history records them.</summary>
internal static class Failures
{
    public static TaskFailureDetails From(Exception exception) => new(
        exception.GetType().FullName ?? exception.GetType().Name,
        exception.Message,
        exception.StackTrace,
        exception switch
        {
            TaskFailedException failed => failed.FailureDetails,
            { InnerException: { } inner } => From(inner),
            _ => null,
        });

    /// <summary>As JSON short enough to store: stack traces go first, then the tail of the message.</summary>
    public static string Write(TaskFailureDetails failure)
    {
        try
        {
            return DurableJson.Write(failure, "The failure")!;
        }
        catch (PayloadTooLargeException)
        {
            var message = failure.ErrorMessage.Length > 10_000 ? failure.ErrorMessage[..10_000] : failure.ErrorMessage;
            return DurableJson.Write(new TaskFailureDetails(failure.ErrorType, message, null, null), "The failure")!;
        }
    }
}
