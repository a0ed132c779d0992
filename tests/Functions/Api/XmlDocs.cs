using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>What the code says of itself, from the documentation files beside its assemblies, as plain text.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = new[] { "StreamPlatform.Functions", "StreamPlatform.Domain" }
        .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string? OfType(Type type) => Text(Find($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>Of a property, or of the parameter that made it one.</summary>
    public static string? OfMember(MemberInfo member) =>
        Text(Find($"P:{NameOf(member.DeclaringType!)}.{member.Name}")?.Element("summary"))
        ?? Text(Find($"T:{NameOf(member.DeclaringType!)}")?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == member.Name));

    private static XElement? Find(string name) => Members.GetValueOrDefault(name);

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => Last((reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))!.Value),
            XElement other => other.Value,
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim() is { Length: > 0 } plain ? plain : null;
    }

    private static string Last(string name) => char.ToLowerInvariant(name.Split('.', ':')[^1][0]) + name.Split('.', ':')[^1][1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
