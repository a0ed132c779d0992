using System.Text.Json;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Feeds;

/// <summary>The XML form of oEmbed: an element for each of its members.</summary>
internal static class OEmbedXml
{
    public static string Write(OEmbedBody body) => XmlText.Write(writer =>
    {
        writer.WriteStartElement("oembed");
        foreach (var member in JsonSerializer.SerializeToElement(body, DomainJson.Options).EnumerateObject())
        {
            writer.Element(member.Name, member.Value.ToString());
        }

        writer.WriteEndElement();
    });
}
