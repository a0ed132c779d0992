using System.Text;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>Text, and where in it the words are that were looked for. It is plain: whoever shows it as HTML has to escape it.</summary>
public sealed record MarkedText(string Text, IReadOnlyList<TextMark> Marks)
{
    /// <summary>Begins a mark in what an index answers.</summary>
    public const char Begin = '\u0002';

    /// <summary>Ends one.</summary>
    public const char End = '\u0003';

    /// <summary>Reads what an index answers.</summary>
    public static MarkedText Parse(string marked)
    {
        var (text, marks, begun) = (new StringBuilder(marked.Length), new List<TextMark>(), -1);
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case Begin:
                    begun = text.Length;
                    break;
                case End when begun >= 0:
                    Add(marks, new TextMark(begun, text.Length - begun));
                    begun = -1;
                    break;
                case End or SearchText.Gap:
                    break;
                default:
                    text.Append(letter);
                    break;
            }
        }

        return new MarkedText(text.ToString(), marks);
    }

    /// <summary>Letters that an index marks one by one are one mark to people.</summary>
    private static void Add(List<TextMark> marks, TextMark mark)
    {
        if (marks is [.., var last] && last.Start + last.Length == mark.Start)
        {
            marks[^1] = new TextMark(last.Start, last.Length + mark.Length);
        }
        else if (mark.Length > 0)
        {
            marks.Add(mark);
        }
    }
}

/// <summary>A place in a text, in UTF-16 code units, as JavaScript counts.</summary>
public sealed record TextMark(int Start, int Length);
