using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>
/// Short ways to run SQL. Parameters are positional (<c>$1</c>, <c>$2</c> …); statements stay prepared for the
/// connection's life, so write values as parameters, never into the text.
/// </summary>
public static class SqliteCommands
{
    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Statements.Of(connection).Bind(sql, values).ExecuteNonQuery();

    /// <summary>Every row, mapped.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Statements.Of(connection).Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row, mapped; default if there is none.</summary>
    public static T? QueryFirst<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Statements.Of(connection).Bind(sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <summary>The one row there must be, mapped.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static T QuerySingle<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Statements.Of(connection).Bind(sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : throw new InvalidOperationException($"No row: {sql}");
    }

    /// <summary>The column's text; null if it is null.</summary>
    public static string? GetText(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>The column's integer; null if it is null.</summary>
    public static long? GetInteger(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);
}
