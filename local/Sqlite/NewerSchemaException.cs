namespace StreamPlatform.Local.Sqlite;

/// <summary>A database file was written by a newer release, whose schema this one does not know.</summary>
public sealed class NewerSchemaException(string path, long found, long known) : Exception(
    $"{path} was written by a newer release (schema {found}; this release knows {known}). "
    + "Start that release again, or restore a backup made by this one.");
