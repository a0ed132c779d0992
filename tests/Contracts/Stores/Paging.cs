using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>
/// What every listing must keep while others write: nothing comes twice, what was there all the time comes once, and nothing comes
/// that was gone before the listing began. Rows are added before, behind and at the very place of the page that is read.
/// </summary>
internal static class Paging
{
    private const int Before = 30, Places = 12;

    /// <param name="addAsync">Adds a row at a place in the order; its id.</param>
    /// <param name="removeAsync">Null where rows stay.</param>
    /// <param name="readAsync">A page of ids.</param>
    public static async Task NeitherRepeatsNorSkipsAsync(
        int seed, Func<int, Task<string>> addAsync, Func<string, Task>? removeAsync, Func<string?, int, Task<Page<string>>> readAsync)
    {
        var random = new Random(seed);
        var (there, gone, added, seen) = (new List<string>(), new HashSet<string>(), new HashSet<string>(), new List<string>());
        for (var row = 0; row < Before; row++)
        {
            there.Add(await addAsync(random.Next(Places)));
        }

        var early = there[random.Next(Before)];
        if (removeAsync is not null)
        {
            await RemoveAsync(early);
        }

        string? cursor = null;
        do
        {
            var reading = readAsync(cursor, random.Next(1, 5));
            await WriteAsync();
            var page = await reading;
            seen.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null && seen.Count < 10 * Before);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(there.Except(gone).Except(seen));
        Assert.Empty(seen.Except(there).Except(added));
        Assert.True(removeAsync is null || !seen.Contains(early), "What was gone came back.");

        async Task WriteAsync()
        {
            added.Add(await addAsync(random.Next(Places)));
            if (removeAsync is not null && there.Except(gone).ToList() is { Count: > Before / 3 } left)
            {
                await RemoveAsync(left[random.Next(left.Count)]);
            }
        }

        Task RemoveAsync(string id)
        {
            gone.Add(id);
            return removeAsync(id);
        }
    }
}
