using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StreamPlatform.Local.Host;

/// <summary>Signals to other processes.</summary>
internal static partial class Native
{
    private const int Sigterm = 15;
    private const int NoSuchProcess = 3;

    /// <summary>Asks a process to end; nothing happens when it has ended already.</summary>
    public static void Terminate(int pid)
    {
        if (Kill(pid, Sigterm) != 0 && Marshal.GetLastPInvokeError() is var error && error != NoSuchProcess)
            throw new Win32Exception(error);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);
}
