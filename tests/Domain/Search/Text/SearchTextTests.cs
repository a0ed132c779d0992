using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Tests.Search.Text;

/// <summary>How text becomes words, and words become alike.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("L'ÉTÉ (2026)! \u0301 E\u0301t", "l été 2026 e\u0301t")]
    [InlineData("夜の東京 Tower", "夜の東京 tower")]
    [InlineData("iPhone猫4K", "iphone 猫 4k")]
    [InlineData(" \t*\"':-🔥", "")]
    public void Words_are_plain(string text, string words) => Assert.Equal(words, string.Join(' ', SearchText.Words(text)));

    [Theory]
    [InlineData("Crème BRÛLÉE", "creme brulee")]
    [InlineData("Łódź, Ærø & Straße", "lodz aero strasse")]
    [InlineData("Ёлка Αθήνας", "елка αθηνασ")]
    [InlineData("Phở Hà Nội", "pho ha noi")]
    [InlineData("e\u0301te\u0301", "ete")]
    public void Keys_have_no_accents(string text, string key) => Assert.Equal(key, SearchText.Key(text));

    [Fact]
    public void Every_letter_folds_to_letters_that_fold_no_further() =>
        Assert.All(Enumerable.Range(0xc0, 0x2000).Select(code => ((char)code).ToString()), letter => Assert.Equal(SearchText.Fold(letter), SearchText.Fold(SearchText.Fold(letter))));

    [Fact]
    public void Letters_without_spaces_are_parted_and_joined_again()
    {
        var spaced = SearchText.Spaced("夜の東京 Tower猫\u001f");
        Assert.Equal("夜|の|東|京| Tower|猫", spaced.Replace(SearchText.Gap, '|'));
        Assert.Equal("夜の東京 Tower猫", MarkedText.Parse(spaced).Text);
    }

    [Theory]
    [InlineData("form", "from", true)]
    [InlineData("form", "forms", true)]
    [InlineData("form", "orm", true)]
    [InlineData("form", "farm", true)]
    [InlineData("form", "form", true)]
    [InlineData("form", "fmor", false)]
    [InlineData("form", "farms", false)]
    [InlineData("", "ab", false)]
    [InlineData("abcd", "badc", false)]
    public void Near_is_one_edit(string one, string other, bool near)
    {
        Assert.Equal(near, Spelling.IsNear(one, other));
        Assert.Equal(near, Spelling.IsNear(other, one));
    }

    [Fact]
    public void Words_one_edit_apart_share_a_variant()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var word = new string([.. Enumerable.Range(0, 3 + random.Next(6)).Select(_ => (char)('a' + random.Next(4)))]);
            var other = new string([.. Enumerable.Range(0, 3 + random.Next(6)).Select(_ => (char)('a' + random.Next(4)))]);
            if (Spelling.IsNear(word, other))
            {
                Assert.NotEmpty(Spelling.Variants(word).Intersect(Spelling.Variants(other)));
            }
        }
    }

    [Fact]
    public void Terms_know_their_synonyms_also_of_several_words()
    {
        var terms = SearchTerm.Parse("How to watch TV, live streams", Synonyms.Parse("tv, television\nhow to, howto, tutorial\nlive stream, livestream"));

        Assert.Equal(["how to", "watch", "tv", "live", "streams"], terms.Select(term => term.Word));
        Assert.Equal(["how to", "howto", "tutorial"], terms[0].Alternatives);
        Assert.Equal(["tv", "television"], terms[2].Alternatives);
        Assert.Equal(["ete", "été"], Assert.Single(SearchTerm.Parse("Été", Synonyms.Default)).Alternatives);
    }

    [Fact]
    public void Terms_are_bounded()
    {
        Assert.Equal(16, SearchTerm.Parse(string.Join(' ', Enumerable.Range(100, 60)), Synonyms.Default).Count);
        Assert.Equal(SearchText.LongestWord, Assert.Single(SearchTerm.Parse(new string('a', 5000), Synonyms.Default)).Word.Length);
    }

    [Fact]
    public void Marks_of_neighbours_are_one()
    {
        var marked = MarkedText.Parse("a \u0002東\u0003\u001f\u0002京\u0003 b \u0002c\u0003");
        Assert.Equal("a 東京 b c", marked.Text);
        Assert.Equal([new TextMark(2, 2), new TextMark(7, 1)], marked.Marks);
    }

    [Fact]
    public void What_two_rankings_have_comes_before_what_one_has_first() =>
        Assert.Equal(["b", "a", "c", "d"], ReciprocalRank.Fuse<string>(["a", "b"], ["b", "c", "d"]));

    [Fact]
    public void A_rating_trusts_many_marks_more_than_few()
    {
        static double Of(long likes, long dislikes) => new IndexedVideo { AssetId = "", Title = "", ChannelId = "", PublishedAt = default, Likes = likes, Dislikes = dislikes }.Rating;
        Assert.Equal(0, Of(0, 0));
        Assert.True(Of(1, 0) < Of(900, 30));
        Assert.True(Of(0, 5) < Of(1, 5));
        Assert.InRange(Of(100_000, 0), 0.99, 1);
    }
}
