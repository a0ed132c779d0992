using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class AssetProgressTests
{
    [Theory]
    [InlineData(AssetState.AwaitingApproval, "approval", true)]
    [InlineData(AssetState.Cancelled, "cancelled", false)]
    public void A_question_is_shown_while_it_can_be_answered(AssetState state, string stage, bool asks)
    {
        var asset = new Asset
        {
            Id = "asset_1", OwnerId = "user_1", Title = "sea", State = state, CreatedAt = default, UpdatedAt = default, Question = new CostQuestion(3, 1),
        };

        var progress = AssetProgress.Of(asset, null, playable: false, firstPlayableAt: null);

        Assert.Equal((stage, asks), (progress.Stage, progress.Question == new CostQuestion(3, 1)));
    }
}
