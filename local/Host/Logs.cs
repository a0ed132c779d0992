using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Host;

/// <summary>What the host says.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {LocalUrl}; others reach it at {PublicUrl}; {Functions} functions")]
    public static partial void Listening(this ILogger logger, Uri localUrl, Uri publicUrl, int functions);

    [LoggerMessage(2, LogLevel.Information, "Azurite started: process {Pid}, blob port {BlobPort}")]
    public static partial void AzuriteStarted(this ILogger logger, int pid, int blobPort);

    [LoggerMessage(3, LogLevel.Information, "Azurite already runs: process {Pid}, blob port {BlobPort}")]
    public static partial void AzuriteFound(this ILogger logger, int pid, int blobPort);

    [LoggerMessage(4, LogLevel.Debug, "Azurite's access log was emptied")]
    public static partial void AccessLogEmptied(this ILogger logger);

    [LoggerMessage(10, LogLevel.Error, "HTTP function {Function} failed; request {RequestId}")]
    public static partial void HttpFunctionFailed(this ILogger logger, Exception exception, string function, string requestId);

    [LoggerMessage(11, LogLevel.Warning, "HTTP function {Function} reached the time limit of {Limit}")]
    public static partial void TimeLimitReached(this ILogger logger, string function, TimeSpan limit);

    [LoggerMessage(12, LogLevel.Debug, "The caller of HTTP function {Function} has gone")]
    public static partial void CallerGone(this ILogger logger, string function);

    [LoggerMessage(20, LogLevel.Error, "The {Listener} failed; it starts again in {Delay}")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception, string listener, TimeSpan delay);

    [LoggerMessage(21, LogLevel.Warning, "Function {Function} failed for {Occasion}, attempt {Attempt} of {MaxAttempts}")]
    public static partial void RunFailed(this ILogger logger, Exception exception, string function, string occasion, int attempt, int maxAttempts);

    [LoggerMessage(22, LogLevel.Warning, "Function {Function} failed; retry {Retry} in {Delay}")]
    public static partial void RunFailedRetrying(this ILogger logger, Exception exception, string function, int retry, TimeSpan delay);

    [LoggerMessage(23, LogLevel.Warning, "Function {Function} couldn't be run for blob {Container}/{Blob}; the next scan comes back to it")]
    public static partial void BlobTriggerFailed(this ILogger logger, Exception exception, string function, string container, string blob);

    [LoggerMessage(24, LogLevel.Error, "Function {Function} has given up blob {Container}/{Blob}: see the poison queue")]
    public static partial void BlobPoisoned(this ILogger logger, string function, string container, string blob);

    [LoggerMessage(25, LogLevel.Warning, "The scan for function {Function} of container {Container} failed")]
    public static partial void BlobScanFailed(this ILogger logger, Exception exception, string function, string container);

    [LoggerMessage(26, LogLevel.Error, "Function {Function} has given up message {MessageId} of queue {Queue}: see the poison queue")]
    public static partial void MessagePoisoned(this ILogger logger, string function, string queue, string messageId);

    [LoggerMessage(27, LogLevel.Warning, "Message {MessageId} of queue {Queue} was handled by {Function} but not settled; it comes again")]
    public static partial void MessageNotSettled(this ILogger logger, Exception exception, string function, string queue, string messageId);

    [LoggerMessage(28, LogLevel.Warning, "The invisibility of message {MessageId} in queue {Queue} wasn't extended")]
    public static partial void LeaseNotExtended(this ILogger logger, Exception exception, string queue, string messageId);

    [LoggerMessage(29, LogLevel.Error, "Function {Function} failed on events of hub {Hub}, partition {Partition}, up to {Sequence}; they are skipped")]
    public static partial void EventsSkipped(this ILogger logger, Exception exception, string function, string hub, int partition, long sequence);

    [LoggerMessage(30, LogLevel.Error, "Timer function {Function} failed")]
    public static partial void TimerFailed(this ILogger logger, Exception exception, string function);

    [LoggerMessage(40, LogLevel.Debug, "Job {Job} started: process {Pid}")]
    public static partial void JobStarted(this ILogger logger, string job, int pid);

    [LoggerMessage(41, LogLevel.Debug, "Job {Job}, process {Pid}, ended with {ExitCode}")]
    public static partial void JobEnded(this ILogger logger, string job, int pid, int exitCode);

    [LoggerMessage(42, LogLevel.Warning, "Job {Job}, process {Pid}, failed with {ExitCode}; its output is in {LogFile}; waiting {Pause}")]
    public static partial void JobFailed(this ILogger logger, string job, int pid, int exitCode, string logFile, TimeSpan pause);

    [LoggerMessage(43, LogLevel.Error, "Job {Job} can't be started")]
    public static partial void JobNotStarted(this ILogger logger, Exception exception, string job);

    [LoggerMessage(44, LogLevel.Warning, "The queues of job {Job} can't be read")]
    public static partial void JobQueuesUnreadable(this ILogger logger, Exception exception, string job);

    [LoggerMessage(45, LogLevel.Information, "A job died that held message {MessageId} of queue {Queue}; handed back: {HandedBack}")]
    public static partial void JobDiedWithMessage(this ILogger logger, string messageId, string queue, bool handedBack);

    [LoggerMessage(46, LogLevel.Information, "{Companion} started: process {Pid}, asked at port {Port}")]
    public static partial void CompanionStarted(this ILogger logger, string companion, int pid, int port);

    [LoggerMessage(47, LogLevel.Warning, "{Companion} ended; its output is in {LogFile}; starting again in {Pause}")]
    public static partial void CompanionEnded(this ILogger logger, string companion, string logFile, TimeSpan pause);

    [LoggerMessage(50, LogLevel.Warning, "Storage edge: forwarding {Path} failed: {Reason}")]
    public static partial void ForwardingFailed(this ILogger logger, string path, string reason);

    [LoggerMessage(51, LogLevel.Warning, "{Count} lines of what was given to players are lost: {Reason}")]
    public static partial void DeliveryLinesLost(this ILogger logger, int count, string reason);
}
