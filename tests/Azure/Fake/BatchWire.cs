using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>Batches travel as HybridRow records, by the schema that the SDK carries.</summary>
internal static class BatchWire
{
    private static readonly Namespace Schemas = Namespace.Parse(Schema());
    private static readonly LayoutResolverNamespace Layouts = new(Schemas);

    public static async Task<IReadOnlyList<BatchStep>> ReadAsync(byte[] body)
    {
        var steps = new List<BatchStep>();
        using var stream = new MemoryStream(body);
        Func<ReadOnlyMemory<byte>, Result> add = record =>
        {
            steps.Add(ReadStep(record));
            return Result.Success;
        };
        var read = await stream.ReadRecordIOAsync(add, resizer: new MemorySpanResizer<byte>(body.Length));
        Assert.Equal(Result.Success, read);
        return steps;
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<(int Status, string? ETag)> results)
    {
        using var stream = new MemoryStream();
        var resizer = new MemorySpanResizer<byte>(256);
        var written = await stream.WriteRecordIOAsync(default, Produce);
        Assert.Equal(Result.Success, written);
        return stream.ToArray();

        Result Produce(long index, out ReadOnlyMemory<byte> buffer)
        {
            buffer = default;
            if (index >= results.Count)
            {
                return Result.Success;
            }

            var row = new RowBuffer(resizer.Memory.Length, resizer);
            row.InitLayout(HybridRowVersion.V1, Layouts.Resolve(IdOf("BatchResult")), Layouts);
            var result = RowWriter.WriteBuffer(ref row, results[(int)index], WriteResult);
            buffer = resizer.Memory[..row.Length];
            return result;
        }
    }

    private static Result WriteResult(ref RowWriter writer, TypeArgument type, (int Status, string? ETag) result)
    {
        Assert.Equal(Result.Success, writer.WriteInt32("statusCode", result.Status));
        return result.ETag is null ? Result.Success : writer.WriteString("eTag", result.ETag);
    }

    private static BatchStep ReadStep(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        Assert.True(row.ReadFrom(record.Span, HybridRowVersion.V1, Layouts));
        var reader = new RowReader(ref row);
        var (operation, id, ifMatch, body) = (0, (string?)null, (string?)null, Array.Empty<byte>());
        while (reader.Read())
            switch (reader.Path)
            {
                case "operationType":
                    reader.ReadInt32(out operation);
                    break;
                case "id":
                    reader.ReadString(out id);
                    break;
                case "ifMatch":
                    reader.ReadString(out ifMatch);
                    break;
                case "resourceBody":
                    reader.ReadBinary(out body);
                    break;
            }

        // The numbers are of the SDK's OperationType.
        return new BatchStep(
            operation switch { 0 => "create", 4 => "delete", 5 => "replace", 20 => "upsert", _ => throw new NotSupportedException($"batch operation {operation}") },
            id,
            ifMatch,
            body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
    }

    private static SchemaId IdOf(string schema) => Schemas.Schemas.Find(each => each.Name == schema)!.SchemaId;

    private static string Schema()
    {
        var sdk = typeof(CosmosClient).Assembly;
        var name = sdk.GetManifestResourceNames().Single(each => each.Contains("HybridRowBatchSchemas", StringComparison.Ordinal));
        using var reader = new StreamReader(sdk.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
