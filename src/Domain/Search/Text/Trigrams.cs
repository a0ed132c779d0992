namespace StreamPlatform.Domain.Search.Text;

/// <summary>Runs of three letters of a text's words without accents; a space stands between words.</summary>
public static class Trigrams
{
    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var key = SearchText.Key(text);
        var trigrams = new List<string>();
        for (var i = 0; i + 3 <= key.Length; i++)
        {
            var trigram = key.Substring(i, 3);
            if (!trigrams.Contains(trigram))
            {
                trigrams.Add(trigram);
            }
        }

        return trigrams;
    }
}
