using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>The files of the search indexes fit together: the service would refuse them only when they are deployed.</summary>
public sealed partial class SearchIndexTests
{
    private static readonly string[] Names = ["videos", "public-videos"];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void One_field_is_the_key_and_the_index_is_named_as_its_file(string file)
    {
        Assert.Equal("id", Assert.Single(Fields(file), field => field.Value["key"]?.GetValue<bool>() == true).Key);
        Assert.Equal(file, Index(file)["name"]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Suggestions_come_from_fields_that_are_searched(string file)
    {
        var sources = Sources(file);
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Searchable(file, source));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_default_scoring_profile_weighs_fields_that_are_searched_and_boosts_by_fields_of_the_right_type(string file)
    {
        var (index, fields) = (Index(file), Fields(file));
        var profile = index["scoringProfiles"]!.AsArray().Single(profile => profile!["name"]!.ToString() == index["defaultScoringProfile"]!.ToString())!;
        Assert.All(profile["text"]!["weights"]!.AsObject().Select(weight => weight.Key), field => Searchable(file, field));
        var functions = profile["functions"]!.AsArray().ToDictionary(function => function!["type"]!.ToString(), function => fields[function!["fieldName"]!.ToString()]);
        Assert.Equal("Edm.DateTimeOffset", functions["freshness"]["type"]!.ToString());
        Assert.Contains(functions["magnitude"]["type"]!.ToString(), new[] { "Edm.Int64", "Edm.Double" });
        // The service refuses a function over a field that can't be filtered.
        Assert.All(functions.Values, field => Assert.True(field["filterable"]!.GetValue<bool>()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Fields_that_suggest_have_no_analyzer_of_our_own(string file)
    {
        var (index, fields) = (Index(file), Fields(file));
        var own = index["analyzers"]!.AsArray().Select(analyzer => analyzer!["name"]!.ToString()).ToList();
        Assert.Equal(own.Order(), fields.Values.SelectMany(field => new[] { "analyzer", "indexAnalyzer", "searchAnalyzer" }.Select(kind => field[kind]?.ToString() ?? "")).Where(own.Contains).Distinct().Order());
        Assert.DoesNotContain(Sources(file), field => own.Contains(fields[field]["analyzer"]?.ToString() ?? ""));
        var filters = index["charFilters"]!.AsArray().Select(filter => filter!["name"]!.ToString());
        Assert.Equal(filters, index["analyzers"]!.AsArray().SelectMany(analyzer => analyzer!["charFilters"]!.AsArray()).Select(name => name!.ToString()).Distinct());
    }

    [Theory]
    [InlineData("videos", "AiSearchVideoIndex.cs", 7)]
    [InlineData("public-videos", "IndexedVideoItem.cs", 19)]
    public void The_adapter_s_fields_are_in_the_index(string file, string adapter, int count)
    {
        var written = Written().Matches(Source(adapter)).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(count, written.Count);
        Assert.All(written, field => Assert.Contains(field, Fields(file).Keys));
    }

    [Fact]
    public void What_the_public_search_sorts_filters_and_counts_by_can_be_sorted_filtered_and_counted_by()
    {
        var (fields, requests) = (Fields("public-videos"), Source("PublicRequests.cs"));
        Assert.Equal(fields.Keys.Order(), Written().Matches(Source("IndexedVideoItem.cs")).Select(match => match.Groups["name"].Value).Order());
        Assert.All(Ordered().Matches(requests).Select(match => match.Groups["name"].Value), field => Assert.True(fields[field]["sortable"]!.GetValue<bool>(), field));
        Assert.All(Compared().Matches(requests).Select(match => match.Groups["name"].Value), field => Assert.True(fields[field]["filterable"]!.GetValue<bool>(), field));
        Assert.All(["category", "language", "duration", "lines", "hasCaptions"], field => Assert.True(fields[field]["facetable"]!.GetValue<bool>(), field));
    }

    [Fact]
    public void Synonyms_that_fields_name_are_in_the_file_beside()
    {
        var named = Names.SelectMany(name => Fields(name).Values).SelectMany(field => field["synonymMaps"]?.AsArray() ?? []).Select(name => name!.ToString()).Distinct();
        var synonyms = Read("videos-synonyms.json");
        Assert.Equal([synonyms["name"]!.ToString()], named);
        Assert.Equal("solr", synonyms["format"]!.ToString());
        Assert.All(synonyms["synonyms"]!.ToString().Split('\n'), line => Assert.True(line.Split(',').Length > 1, line));
    }

    private static string Source(string file) => Checkout.Sources.Single(source => source.Path.EndsWith($"/{file}", StringComparison.Ordinal)).Text;

    private static List<string> Sources(string file) =>
        [.. Index(file)["suggesters"]!.AsArray().SelectMany(suggester => suggester!["sourceFields"]!.AsArray()).Select(name => name!.ToString())];

    private static void Searchable(string file, string field) => Assert.True(Fields(file)[field]["searchable"]!.GetValue<bool>(), field);

    private static Dictionary<string, JsonNode> Fields(string file) => Index(file)["fields"]!.AsArray().ToDictionary(field => field!["name"]!.ToString(), field => field!);

    private static JsonNode Index(string file) => Read($"{file}.json");

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Infra, "search", file)))!;

    [GeneratedRegex("\\[\"(?<name>[a-zA-Z]+)\"\\] =")]
    private static partial Regex Written();

    [GeneratedRegex("\"(?<name>[a-zA-Z]+) desc\"")]
    private static partial Regex Ordered();

    [GeneratedRegex("\"(?<name>[a-zA-Z]+) (eq|ge) ")]
    private static partial Regex Compared();
}
