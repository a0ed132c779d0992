using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Live.Origin;

/// <summary>Answers with bytes that lie in pieces, uncopied.</summary>
internal sealed class LiveBytes(IReadOnlyList<ReadOnlyMemory<byte>> pieces) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var length = pieces.Sum(piece => (long)piece.Length);
        httpContext.Response.ContentType = "video/mp4";
        httpContext.Response.ContentLength = length;
        foreach (var piece in pieces)
            await httpContext.Response.BodyWriter.WriteAsync(piece, httpContext.RequestAborted);
        LiveMetrics.Sent(length);
    }
}
