namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>
/// Plays an audience minute by minute against one cache. An object is a minute of one rendition: its segments are asked for
/// one after the other, so they hit or miss together.
/// </summary>
internal sealed class CacheSimulation
{
    private const int MinutesAnHour = 60;
    private readonly Audience _audience;
    private readonly SignatureScheme _scheme;
    private readonly Popularity _popularity;
    private readonly LruCache _cache;
    private readonly Chance _chance;
    private readonly List<View> _views = [];
    private readonly long[] _missed;
    private long _session;
    private long _asked;

    private CacheSimulation(Audience audience, SignatureScheme scheme, Popularity popularity)
    {
        (_audience, _scheme, _popularity) = (audience, scheme, popularity);
        _cache = new LruCache((long)(audience.CacheBytes / audience.Sample));
        _chance = new Chance(audience.Seed);
        _missed = new long[audience.MeasuredHours * MinutesAnHour];
    }

    public static CacheResult Run(Audience audience, SignatureScheme scheme) =>
        new CacheSimulation(audience, scheme, Popularity.Of(audience)).Run();

    private CacheResult Run()
    {
        var warm = _audience.WarmUpHours * MinutesAnHour;
        for (var minute = 0; minute < warm + _missed.Length; minute++)
        {
            Arrive(minute);
            Play(minute - warm);
        }

        var mean = _missed.Average();
        return new CacheResult(_scheme.Name, 1 - _missed.Sum() / (double)_asked, _missed.Max() / mean, mean * 8 / 60 * _audience.Sample);
    }

    private void Arrive(int minute)
    {
        for (var count = _chance.Poisson(_audience.SimulatedViewsPerHour / MinutesAnHour); count > 0; count--)
        {
            var video = _popularity.Pick(_chance.Next());
            var length = _audience.VideoMinutes * Math.Exp(_audience.VideoSpread * Popularity.Normal(video));
            var plays = Math.Min(length, -Math.Log(1 - _chance.Next()) * _audience.ViewMinutes);
            var (rendition, pick) = (0, _chance.Next());
            while (rendition < _audience.Renditions.Count - 1 && pick >= _audience.Renditions[rendition].Share)
                pick -= _audience.Renditions[rendition++].Share;
            var signature = _scheme.Of(video, _session++, (minute + _chance.Next()) * 60);
            _views.Add(new View(video, rendition, signature, 0, (int)Math.Ceiling(plays)));
        }
    }

    private void Play(int measured)
    {
        var left = 0;
        for (var i = 0; i < _views.Count; i++)
        {
            var view = _views[i];
            var bytes = _audience.Renditions[view.Rendition].BytesPerMinute;
            var hit = _cache.Get(view.Key, bytes);
            if (measured >= 0)
            {
                _asked += bytes;
                _missed[measured] += hit ? 0 : bytes;
            }

            if (view.Minute + 1 < view.Minutes)
                _views[left++] = view with { Minute = view.Minute + 1 };
        }

        _views.RemoveRange(left, _views.Count - left);
    }

    private readonly record struct View(int Video, int Rendition, ulong Signature, int Minute, int Minutes)
    {
        public ulong Key => Spread.Mix(Spread.Mix(((ulong)Video << 20) | ((ulong)Rendition << 16) | (uint)Minute) ^ (Signature * 0x9E3779B97F4A7C15));
    }
}
