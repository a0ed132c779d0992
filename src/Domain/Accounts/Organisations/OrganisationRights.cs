using System.Collections.Frozen;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Which role of a member a request for an organisation takes. What does not stand here is done for none: who somebody is, who their friends are, how the place is run.</summary>
public static class OrganisationRights
{
    private static readonly (MemberRole Read, MemberRole Write) Content = (MemberRole.Viewer, MemberRole.Editor), Control = (MemberRole.Admin, MemberRole.Admin);

    /// <summary>The first part of a path below <c>/api</c>, or the first two where they differ from the others.</summary>
    private static readonly FrozenDictionary<string, (MemberRole Read, MemberRole Write)> Areas = new Dictionary<string, (MemberRole, MemberRole)>
    {
        ["account"] = (MemberRole.Viewer, MemberRole.Admin),
        ["account/listening"] = (MemberRole.Viewer, MemberRole.Viewer),
        ["account/notifications"] = Content,
        ["account/subscriptions"] = Content,
        ["account/watermarks"] = Content,
        ["analytics/assets"] = Content,
        ["analytics/channels"] = Content,
        ["assets"] = Content,
        ["channels"] = Content,
        ["live-streams"] = Content,
        ["home"] = Content,
        ["people"] = Content,
        ["playback"] = Content,
        ["playlists"] = Content,
        ["search"] = Content,
        ["signing-keys"] = Control,
        ["tokens"] = Control,
        ["trending"] = Content,

        // An open upload shows where it is written to.
        ["uploads"] = (MemberRole.Editor, MemberRole.Editor),
        ["webhooks"] = Control,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The least role; null of what is not done for an organisation.</summary>
    /// <param name="path">Below <c>/api</c>, without a slash before it.</param>
    public static MemberRole? Of(string method, string path)
    {
        var parts = path.Split('/', 3);
        if (parts is [_, _, "sessions"] && parts[0].Equals("playback", StringComparison.OrdinalIgnoreCase))
        {
            // Who watches says that they do.
            return MemberRole.Viewer;
        }

        if (parts is [_, _, "takedown"])
        {
            return null;
        }

        if (parts is [_, _, "move"])
        {
            // What goes is not the organisation's any more.
            return MemberRole.Admin;
        }

        return parts.Length > 1 && Areas.TryGetValue($"{parts[0]}/{parts[1]}", out var area) || Areas.TryGetValue(parts[0], out area)
            ? method is "GET" or "HEAD" ? area.Read : area.Write
            : null;
    }
}
