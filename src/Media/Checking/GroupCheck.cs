using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Checking;

/// <summary>Checks what RFC 8216bis, 4.4.6.1.1 demands of rendition groups.</summary>
internal static class GroupCheck
{
    public static IEnumerable<Defect> Find(HlsMultivariantPlaylist playlist)
    {
        var groups = playlist.Renditions.GroupBy(rendition => (rendition.Type, rendition.GroupId)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var variant in playlist.Variants)
        {
            foreach (var (type, id) in new[] { ("AUDIO", variant.AudioGroup), ("SUBTITLES", variant.SubtitleGroup) })
            {
                if (id is not null && !groups.ContainsKey((type, id)))
                    yield return new Defect(DefectCodes.BrokenGroup, variant.Uri, $"It names the {type} group {id}, which has no rendition.");
            }
        }

        foreach (var ((type, id), members) in groups)
        {
            if (members.DistinctBy(member => member.Name).Count() < members.Count)
                yield return new Defect(DefectCodes.BrokenGroup, $"{type} group {id}", "Two of its renditions have one name.");
            if (members.Count(member => member.Default) > 1)
                yield return new Defect(DefectCodes.BrokenGroup, $"{type} group {id}", "More than one of its renditions is the default.");
            if (members.Exists(member => member is { Default: true, AutoSelect: false }))
                yield return new Defect(DefectCodes.BrokenGroup, $"{type} group {id}", "Its default may not be selected.");
        }
    }
}
