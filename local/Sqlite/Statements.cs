using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>The prepared statements of one connection. A connection is used by one thread at a time, and so is this.</summary>
internal sealed class Statements(SqliteConnection connection)
{
    private const int MaxKept = 256;
    private static readonly ConditionalWeakTable<SqliteConnection, Statements> s_all = [];
    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    public static Statements Of(SqliteConnection connection) => s_all.GetValue(connection, c => new Statements(c));

    public SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_kept.TryGetValue(sql, out var command))
        {
            if (_kept.Count == MaxKept)
                Clear();
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Callers pass constant text; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i.ToString(CultureInfo.InvariantCulture)}" });
            _kept.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private void Clear()
    {
        foreach (var command in _kept.Values)
            command.Dispose();
        _kept.Clear();
    }
}
