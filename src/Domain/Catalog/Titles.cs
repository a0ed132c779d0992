using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Catalog;

/// <summary>What may be a title.</summary>
public static class Titles
{
    /// <summary>The title without surrounding white space, or <c>asset.title_invalid</c>.</summary>
    public static Result<string> Parse(string? title)
    {
        var trimmed = title?.Trim();
        return string.IsNullOrEmpty(trimmed) || MetadataRules.LengthOf(trimmed) > AssetErrors.MaxTitleLength || trimmed.Any(char.IsControl)
            ? AssetErrors.TitleInvalid()
            : trimmed;
    }

    /// <summary>A title for a file whose creator gave none: its name without folders and extension.</summary>
    public static string FromFileName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/')).Trim();
        name = name.Length > 0 ? name : fileName.Trim();
        return string.Concat(name.EnumerateRunes().Take(AssetErrors.MaxTitleLength));
    }
}
