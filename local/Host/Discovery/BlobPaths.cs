namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Paths of blob inputs and outputs.</summary>
internal static class BlobPaths
{
    /// <exception cref="FormatException">No container, or a part that the trigger doesn't give.</exception>
    public static (string Container, NamePattern Name) Split(string path, FunctionTrigger trigger)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1 || path[..slash].Contains('{', StringComparison.Ordinal))
            throw new FormatException($"blob path '{path}' must be a container's name, a slash and the blob's name");
        var name = new NamePattern(path[(slash + 1)..]);
        return name.Names.FirstOrDefault(part => part != "rand-guid" && !trigger.BindingNames.Contains(part, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new FormatException($"blob path '{path}' asks for '{unknown}', which the trigger doesn't give")
            : (path[..slash], name);
    }
}
