namespace StreamPlatform.Local.Host;

/// <summary>Where things are in a data folder. Reading a path makes its folder.</summary>
public sealed class DataFolder
{
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);

        // Azurite's log has signatures in it, job logs have names of files: a new folder is its owner's alone.
        if (!Directory.Exists(Root))
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Root { get; }

    /// <summary>Azurite's blobs and queues, its log, and what we know of its process.</summary>
    public string Azurite => Folder("azurite");

    /// <summary>SQLite databases.</summary>
    public string Databases => Folder("db");

    /// <summary>Secrets; only the owner may read them.</summary>
    public string Keys
    {
        get
        {
            var path = Path.Combine(Root, "keys");
            if (!Directory.Exists(path))
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }
    }

    /// <summary>Letters that no mail server took, for whoever runs the machine.</summary>
    public string Letters => Path.Combine(Root, "mail");

    /// <summary>Temporary files of jobs.</summary>
    public string Scratch => Folder("scratch");

    public string Logs => Folder("logs");

    /// <summary>The latest spans; in no backup, and missed by nobody when it is deleted.</summary>
    public string Traces => Folder("traces");

    /// <summary>Says which process serves this folder, and where; there only while it does.</summary>
    public string RuntimeFile => Path.Combine(Root, "runtime.json");

    internal string LockFile => Path.Combine(Root, ".lock");

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
