using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Tracks;

namespace StreamPlatform.Media.Text;

/// <summary>Reads what owners upload.</summary>
internal sealed class TextTrackReader : ITextTrackReader
{
    public Result<TextTrackContent> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var document = TextFile.Read(file.Span);
            return document.Cues.Count == 0 ? TrackErrors.Empty() : new TextTrackContent(document.ToBytes(), document.Cues.Count);
        }
        catch (TextFileException e)
        {
            return TrackErrors.Invalid(e.Line, e.Message);
        }
    }
}
