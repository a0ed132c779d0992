using System.Text.Json.Nodes;

namespace StreamPlatform.Infra.Tests;

/// <summary>The files of the search index fit together: the service would refuse them only when they are deployed.</summary>
public sealed class SearchIndexTests
{
    private static readonly JsonNode Index = Read("videos.json");

    private static readonly Dictionary<string, JsonNode> Fields = Index["fields"]!.AsArray().ToDictionary(field => field!["name"]!.ToString(), field => field!);

    [Fact]
    public void One_field_is_the_key() =>
        Assert.Equal("id", Assert.Single(Fields, field => field.Value["key"]?.GetValue<bool>() == true).Key);

    [Fact]
    public void Suggestions_come_from_fields_that_are_searched()
    {
        var sources = Index["suggesters"]!.AsArray().SelectMany(suggester => suggester!["sourceFields"]!.AsArray()).Select(name => name!.ToString()).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, Searchable);
    }

    [Fact]
    public void The_default_scoring_profile_weighs_fields_that_are_searched_and_boosts_by_fields_of_the_right_type()
    {
        var profile = Index["scoringProfiles"]!.AsArray().Single(profile => profile!["name"]!.ToString() == Index["defaultScoringProfile"]!.ToString())!;
        Assert.All(profile["text"]!["weights"]!.AsObject().Select(weight => weight.Key), Searchable);
        var functions = profile["functions"]!.AsArray().ToDictionary(function => function!["type"]!.ToString(), function => Fields[function!["fieldName"]!.ToString()]);
        Assert.Equal("Edm.DateTimeOffset", functions["freshness"]["type"]!.ToString());
        Assert.Contains(functions["magnitude"]["type"]!.ToString(), new[] { "Edm.Int64", "Edm.Double" });
        // The service refuses a function over a field that can't be filtered.
        Assert.All(functions.Values, field => Assert.True(field["filterable"]!.GetValue<bool>()));
    }

    [Fact]
    public void Synonyms_that_fields_name_are_in_the_file_beside()
    {
        var named = Fields.Values.SelectMany(field => field["synonymMaps"]?.AsArray() ?? []).Select(name => name!.ToString()).Distinct();
        var synonyms = Read("videos-synonyms.json");
        Assert.Equal([synonyms["name"]!.ToString()], named);
        Assert.Equal("solr", synonyms["format"]!.ToString());
        Assert.All(synonyms["synonyms"]!.ToString().Split('\n'), line => Assert.True(line.Split(',').Length > 1, line));
    }

    private static void Searchable(string field) => Assert.True(Fields[field]["searchable"]!.GetValue<bool>(), field);

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Infra, "search", file)))!;
}
