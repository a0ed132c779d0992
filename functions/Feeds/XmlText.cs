using System.Text;
using System.Xml;

namespace StreamPlatform.Functions.Feeds;

/// <summary>Writes XML that is always well-formed, whatever people wrote.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static string Write(Action<XmlWriter> write)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartDocument();
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Without characters that XML can't have in any way.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    public static void Element(this XmlWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteElementString(name, Clean(text));
        }
    }

    public static void Element(this XmlWriter writer, string prefix, string name, string space, string? text)
    {
        if (text is not null)
        {
            writer.WriteElementString(prefix, name, space, Clean(text));
        }
    }
}
