namespace StreamPlatform.Local.Model;

/// <summary>What a caller of an HTTP function has to show.</summary>
public enum AuthorizationLevel
{
    /// <summary>Nothing.</summary>
    Anonymous = 0,

    /// <summary>Kept for the numbering of the genuine model; no runtime serves it.</summary>
    User = 1,

    /// <summary>A key of the function, or of the host.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
