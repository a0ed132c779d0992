using System.Text.Json.Nodes;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>What breaks those who rely on the API is seen, and what they have to bear is not taken for it.</summary>
public sealed class ApiChangesTests
{
    private readonly JsonObject _before = OpenApiDocument.Create();
    private readonly JsonObject _after = OpenApiDocument.Create();

    [Fact]
    public void The_same_is_no_change() => Assert.Empty(Breaking());

    [Fact]
    public void A_path_that_is_gone_breaks_and_a_new_one_does_not()
    {
        Paths["/new"] = Paths["/assets"]!.DeepClone();
        Assert.Empty(Breaking());
        Paths["/assets/{assetId}"]!.AsObject().Remove("patch");
        Assert.Equal(["PATCH /assets/{assetId} is gone"], Breaking());
    }

    [Fact]
    public void Of_answers_properties_may_come_but_not_go()
    {
        var asset = Schema("Asset");
        asset["properties"]!["stars"] = new JsonObject { ["type"] = "integer" };
        asset["required"]!.AsArray().Add((JsonNode)"stars");
        Assert.Empty(Breaking());

        asset["properties"]!.AsObject().Remove("title");
        Assert.Contains("title any more", Assert.Single(Breaking()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_requests_nothing_may_come_to_be_needed()
    {
        var upload = Schema("NewUpload");
        upload["properties"]!["mood"] = new JsonObject { ["type"] = "string" };
        Assert.Empty(Breaking());

        upload["required"] = new JsonArray("mood");
        Assert.Contains("POST /uploads body now needs mood", Breaking());
    }

    [Fact]
    public void What_was_always_there_may_not_come_to_lack()
    {
        var required = Schema("Asset")["required"]!.AsArray();
        required.Remove(required.First(name => name!.ToString() == "title"));
        Assert.Contains("may lack title", Assert.Single(Breaking()), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_is_another_thing()
    {
        Schema("Upload")["properties"]!["sizeBytes"]!["type"] = "string";
        Assert.Contains("sizeBytes has another type", Assert.Single(Breaking()), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_may_come_if_they_are_not_needed_and_stay()
    {
        var parameters = Paths["/assets"]!["get"]!["parameters"]!.AsArray();
        parameters.Add((JsonNode)new JsonObject { ["name"] = "sort", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } });
        Assert.Empty(Breaking());
        parameters[^1]!["required"] = true;
        Assert.Equal(["GET /assets now needs query sort"], Breaking());
        parameters.RemoveAt(parameters.Count - 1);
        parameters.RemoveAt(0);
        Assert.Equal(["GET /assets no longer takes query q"], Breaking());
    }

    [Fact]
    public void Statuses_credentials_and_values_that_are_taken_stay()
    {
        var watermark = Paths["/account/watermarks"]!["post"]!;
        watermark["responses"]!.AsObject().Remove("201");
        watermark["security"] = new JsonArray(new JsonObject { ["functionKey"] = new JsonArray() });
        Schema("NewUpload")["properties"]!["policy"]!["enum"] = new JsonArray("public");

        Assert.Equal(
            ["POST /account/watermarks asks for other credentials", "POST /account/watermarks no longer answers 201", "POST /uploads body policy no longer takes 'signed'"],
            Breaking().Order(StringComparer.Ordinal));
    }

    private JsonObject Paths => _after["paths"]!.AsObject();

    private JsonNode Schema(string name) => _after["components"]!["schemas"]![name]!;

    private IReadOnlyList<string> Breaking() => ApiChanges.Breaking(_before, _after);
}
