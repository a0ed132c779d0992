using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>docs/openapi.json is what the functions are. <c>UPDATE_DOCS=1</c> writes it.</summary>
public sealed partial class OpenApiTests
{
    /// <summary>What was released and others rely on; made new only where that is broken on purpose.</summary>
    private static readonly string Released = Path.Combine(AppContext.BaseDirectory, "Api", "released.json");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Root = Enumerable.Range(0, 10).Select(up => Path.GetFullPath(Path.Combine([AppContext.BaseDirectory, .. Enumerable.Repeat("..", up)])))
        .First(folder => File.Exists(Path.Combine(folder, "StreamPlatform.sln")));

    [Fact]
    public void The_committed_description_is_that_of_the_functions()
    {
        var file = Path.Combine(Root, "docs", "openapi.json");
        var text = OpenApiDocument.Create().ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void The_committed_client_of_our_pages_is_that_of_the_description()
    {
        var file = Path.Combine(Root, "web", "src", "api", "generated.ts");
        var text = TypeScriptClient.Of(OpenApiDocument.Create());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void Every_property_has_a_type()
    {
        var schemas = OpenApiDocument.Create()["components"]!["schemas"]!.AsObject();

        Assert.All(
            schemas.SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? []).Select(property => (Name: $"{schema.Key}.{property.Key}", Schema: property.Value!))),
            property => Assert.True(property.Schema["type"] is not null || property.Schema["$ref"] is not null || property.Schema["anyOf"] is not null, property.Name));
    }

    [Fact]
    public void Nothing_that_was_released_is_broken() =>
        Assert.Empty(ApiChanges.Breaking(JsonNode.Parse(File.ReadAllText(Released))!, OpenApiDocument.Create()));

    [Fact]
    public void Every_operation_says_what_it_answers()
    {
        Assert.True(OpenApiDocument.Operations.Count > 30);
        Assert.All(OpenApiDocument.Operations, operation => Assert.NotEmpty(operation.GetCustomAttributes<ApiAnswerAttribute>()));
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_schema_is_led_to()
    {
        var document = OpenApiDocument.Create();
        var schemas = document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).ToHashSet();
        var references = Reference().Matches(document.ToJsonString()).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.Equal(schemas.Order(), references.Order());
    }

    [Fact]
    public void Operations_have_names_of_their_own_and_are_explained()
    {
        var operations = OpenApiDocument.Create()["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!)).ToList();

        Assert.Equal(operations.Count, operations.Select(operation => operation["operationId"]!.ToString()).Distinct().Count());
        Assert.All(operations, operation => Assert.True(operation["summary"]!.ToString().Length > 10, operation.ToJsonString()));
    }

    [GeneratedRegex("\"#/components/schemas/(?<name>\\w+)\"")]
    private static partial Regex Reference();
}
