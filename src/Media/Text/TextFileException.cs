namespace StreamPlatform.Media.Text;

/// <summary>A subtitle file can't be read.</summary>
/// <param name="line">One-based.</param>
/// <param name="message">What is wrong there: a clause without subject and full stop.</param>
public sealed class TextFileException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
