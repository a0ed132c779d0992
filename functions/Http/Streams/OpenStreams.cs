using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Http.Streams;

/// <summary>Bounds how many streams an instance holds open, of each account and in all.</summary>
public sealed class OpenStreams(StreamOptions options)
{
    /// <summary>Seconds after which a stream that was refused may be asked for again: those that are open end within four minutes.</summary>
    private const string Later = "60";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>The stream, or <c>request.too_many_streams</c> where the account or the instance has as many as it may by the time it begins.</summary>
    /// <param name="account">Whose stream it is.</param>
    public IResult Of(string account, IResult stream) => new Bounded(this, account, stream);

    private bool TryOpen(string account)
    {
        lock (_gate)
        {
            var own = _open.GetValueOrDefault(account);
            if (own >= options.PerAccount || _all >= options.PerInstance)
                return false;
            _open[account] = own + 1;
            _all++;
            return true;
        }
    }

    private void Close(string account)
    {
        lock (_gate)
        {
            _all--;
            if (--_open[account] == 0)
                _open.Remove(account);
        }
    }

    private sealed class Bounded(OpenStreams streams, string account, IResult stream) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (!streams.TryOpen(account))
            {
                await ProblemResults.Problem(RequestErrors.TooManyStreams()).WithHeader("Retry-After", Later).ExecuteAsync(httpContext);
                return;
            }

            try
            {
                await stream.ExecuteAsync(httpContext);
            }
            finally
            {
                streams.Close(account);
            }
        }
    }
}
