using Microsoft.Extensions.Logging;

namespace StreamPlatform.Transcoder;

/// <summary>Log lines on standard error, where the container platform or the launcher collects them. No logging stack to start.</summary>
internal sealed class LineLogger(TextWriter writer, TimeProvider time) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = FormattableString.Invariant($"{time.GetUtcNow():O} {logLevel} {eventId.Id} {formatter(state, exception)}");
        writer.WriteLine(exception is null ? line : $"{line}\n{exception}");
    }
}
