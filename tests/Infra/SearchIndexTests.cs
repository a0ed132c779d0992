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
    public void Fields_that_suggest_have_no_analyzer_of_our_own()
    {
        var own = Index["analyzers"]!.AsArray().Select(analyzer => analyzer!["name"]!.ToString()).ToList();
        Assert.Equal(own.Order(), Fields.Values.SelectMany(field => new[] { "analyzer", "indexAnalyzer", "searchAnalyzer" }.Select(kind => field[kind]?.ToString() ?? "")).Where(own.Contains).Distinct().Order());
        var sources = Index["suggesters"]!.AsArray().SelectMany(suggester => suggester!["sourceFields"]!.AsArray()).Select(name => name!.ToString());
        Assert.DoesNotContain(sources, field => own.Contains(Fields[field]["analyzer"]?.ToString() ?? ""));
        var filters = Index["charFilters"]!.AsArray().Select(filter => filter!["name"]!.ToString());
        Assert.Equal(filters, Index["analyzers"]!.AsArray().SelectMany(analyzer => analyzer!["charFilters"]!.AsArray()).Select(name => name!.ToString()).Distinct());
    }

    [Fact]
    public void The_adapter_s_fields_are_in_the_index()
    {
        var adapter = Checkout.Sources.Single(source => source.Path.EndsWith("AiSearchVideoIndex.cs", StringComparison.Ordinal)).Text;
        var written = System.Text.RegularExpressions.Regex.Matches(adapter, "\\[\"(?<name>[a-zA-Z]+)\"\\] =").Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(7, written.Count);
        Assert.All(written, field => Assert.Contains(field, Fields.Keys));
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
