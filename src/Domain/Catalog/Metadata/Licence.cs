namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>What others may do with a video: nothing but watch it, or what a Creative Commons licence (4.0) allows.</summary>
public enum Licence
{
    /// <summary>All rights reserved.</summary>
    Standard,

    /// <summary>Attribution.</summary>
    CcBy,

    /// <summary>Attribution, share alike.</summary>
    CcBySa,

    /// <summary>Attribution, no derivatives.</summary>
    CcByNd,

    /// <summary>Attribution, not commercially.</summary>
    CcByNc,

    /// <summary>Attribution, not commercially, share alike.</summary>
    CcByNcSa,

    /// <summary>Attribution, not commercially, no derivatives.</summary>
    CcByNcNd,

    /// <summary>Public domain dedication (CC0 1.0).</summary>
    Cc0,
}
