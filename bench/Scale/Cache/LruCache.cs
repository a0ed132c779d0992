namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>Least recently used goes first, by bytes. Entries are linked by index: millions of them, without an object each.</summary>
internal sealed class LruCache(long capacity)
{
    private const int None = -1;
    private readonly Dictionary<ulong, int> _places = [];
    private readonly Stack<int> _free = [];
    private Entry[] _entries = new Entry[1024];
    private int _used;
    private int _newest = None;
    private int _oldest = None;
    private long _bytes;

    /// <summary>True for a hit; otherwise the object is in the cache from now on.</summary>
    public bool Get(ulong key, long bytes)
    {
        if (_places.TryGetValue(key, out var place))
        {
            Unlink(place);
            LinkNewest(place);
            return true;
        }

        Add(key, bytes);
        while (_bytes > capacity)
            Evict();
        return false;
    }

    private void Add(ulong key, long bytes)
    {
        if (!_free.TryPop(out var place))
        {
            place = _used++;
            if (place == _entries.Length)
                Array.Resize(ref _entries, place * 2);
        }

        _entries[place] = new Entry { Key = key, Bytes = bytes };
        _places.Add(key, place);
        LinkNewest(place);
        _bytes += bytes;
    }

    private void Evict()
    {
        var place = _oldest;
        Unlink(place);
        _places.Remove(_entries[place].Key);
        _bytes -= _entries[place].Bytes;
        _free.Push(place);
    }

    private void LinkNewest(int place)
    {
        (_entries[place].Older, _entries[place].Newer) = (_newest, None);
        if (_newest != None)
            _entries[_newest].Newer = place;
        _newest = place;
        if (_oldest == None)
            _oldest = place;
    }

    private void Unlink(int place)
    {
        var (older, newer) = (_entries[place].Older, _entries[place].Newer);
        if (newer == None)
            _newest = older;
        else
            _entries[newer].Older = older;
        if (older == None)
            _oldest = newer;
        else
            _entries[older].Newer = newer;
    }

    private struct Entry
    {
        public ulong Key;
        public long Bytes;
        public int Older;
        public int Newer;
    }
}
