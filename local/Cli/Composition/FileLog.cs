using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// Writes the platform's log to <c>logs/platform.log</c>, a line an entry, from one background task; a log that has grown
/// large is put aside at the next start.
/// </summary>
internal sealed class FileLog : ILoggerProvider, ISupportExternalScope
{
    private const long Large = 20 << 20;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(10_000)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });
    private readonly TimeProvider _clock;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();
    private readonly Task _writing;

    public FileLog(string file, TimeProvider clock, TextWriter? echo)
    {
        _clock = clock;
        if (File.Exists(file) && new FileInfo(file).Length > Large)
        {
            File.Move(file, file + ".1", overwrite: true);
        }

        _writing = Task.Run(() => WriteAsync(file, echo));
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        _lines.Writer.TryComplete();
#pragma warning disable RS0030 // The provider's disposal is synchronous by contract, and what was logged must not be lost.
        _writing.Wait();
#pragma warning restore RS0030
    }

    private async Task WriteAsync(string file, TextWriter? echo)
    {
        await using var writer = new StreamWriter(file, append: true);
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (_lines.Reader.TryRead(out var line))
            {
                await writer.WriteLineAsync(line);
                if (echo is not null)
                {
                    await echo.WriteLineAsync(line);
                }
            }

            await writer.FlushAsync();
        }
    }

    /// <summary>Of the request within which something is logged.</summary>
    private string? RequestId()
    {
        string? id = null;
        _scopes.ForEachScope<object?>(
            (scope, _) => id = (scope as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(pair => pair.Key == nameof(RequestId)).Value as string ?? id, null);
        return id;
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{log._clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {logLevel,-11} {name}: {formatter(state, exception)}{(log.RequestId() is { } id ? $" [{id}]" : "")}{(Activity.Current is { Recorded: true } span ? $" [trace {span.TraceId}/{span.SpanId}]" : "")}");
                log._lines.Writer.TryWrite(exception is null ? text : $"{text}{Environment.NewLine}{exception}");
            }
        }
    }
}
