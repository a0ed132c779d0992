using StreamPlatform.Domain.Social.Comments;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class CommentTextTests
{
    [Theory]
    [InlineData("1:23", "0+4=83")]
    [InlineData("at 0:05, then 04:59!", "3+4=5 14+5=299")]
    [InlineData("(1:00)", "1+4=60")]
    [InlineData("0:01:00", "0+7=60")]
    [InlineData("\U0001F600 1:00", "3+4=60")]
    [InlineData("5:00 is the end, 5:01 is after it", "0+4=300")]
    [InlineData("1:60 12:3 1:2:3 1:00:00", "")]
    [InlineData("ratio 16:9, 1.1:23, 1:23:45:67, 1:23.5", "")]
    [InlineData("١:٢٣", "")]
    public void Moments_are_found_within_the_video(string text, string found) =>
        Assert.Equal(found, string.Join(' ', CommentText.MomentsIn(text, 300).Select(moment => $"{moment.Start}+{moment.Length}={moment.Seconds}")));

    [Fact]
    public void A_video_whose_length_is_not_known_has_no_moments() => Assert.Empty(CommentText.MomentsIn("1:23", null));

    [Fact]
    public void Only_so_many_moments_and_names_are_looked_for()
    {
        Assert.Equal(CommentText.MostMoments, CommentText.MomentsIn(string.Concat(Enumerable.Repeat("1:00 ", 2000)), 300).Count);
        Assert.Equal(CommentText.MostMentions, CommentText.NamesIn(string.Concat(Enumerable.Repeat("@anna ", 1600))).Count);
    }

    [Theory]
    [InlineData("@anna", "anna")]
    [InlineData("hello @anna.b, and @ben-2!", "anna.b ben-2")]
    [InlineData("mail@example.com @@twice @-x", "")]
    public void Names_begin_with_an_at_sign(string text, string names) => Assert.Equal(names, string.Join(' ', CommentText.NamesIn(text).Select(found => found.Name)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("bell\u0007")]
    public void What_is_no_text_is_refused(string? text) => Assert.Equal("comment.text_invalid", CommentText.Check(text).Error?.Code);

    [Fact]
    public void Half_a_character_is_no_text() =>
        Assert.All(new[] { "half \ud83d", "\ude00 half", "\ud83d\ud83d\ude00" }, text => Assert.Equal("comment.text_invalid", CommentText.Check(text).Error?.Code));

    [Theory]
    [InlineData("a")]
    [InlineData("\U0001F600")]
    public void A_text_has_so_many_characters_whatever_they_are(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, CommentText.Longest));

        Assert.Equal(longest, CommentText.Check(longest).Value);
        Assert.Equal("comment.text_invalid", CommentText.Check(longest + character).Error?.Code);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("  spaces, \r\n lines \u202e and all  ")]
    public void A_text_is_kept_as_it_is(string text) => Assert.Equal(text, CommentText.Check(text).Value);

    [Fact]
    public void Every_state_and_event_is_decided()
    {
        var moves = from state in Enum.GetValues<CommentState>()
                    from happened in Enum.GetValues<CommentEvent>()
                    let next = CommentTransitions.Next(state, happened)
                    where next is not null
                    select $"{state} {happened} {next}";

        Assert.Equal(
            [
                "Visible HeldBack Held", "Visible TakenOut Removed", "Visible TakenBack Deleted",
                "Held Approved Visible", "Held Refused Rejected", "Held TakenBack Deleted",
                "Rejected Approved Visible", "Rejected TakenBack Deleted",
                "Removed Approved Visible", "Removed TakenBack Deleted",
            ],
            moves);
    }
}
