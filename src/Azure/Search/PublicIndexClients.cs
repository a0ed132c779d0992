using Azure.Search.Documents;

namespace StreamPlatform.Azure.Search;

/// <summary>
/// The indexes of public videos: the first answers, all are written. There are two while a new definition, which an index can't
/// be changed to, is filled beside the old one.
/// </summary>
internal sealed record PublicIndexClients(IReadOnlyList<SearchClient> All)
{
    public SearchClient Answering => All[0];
}
