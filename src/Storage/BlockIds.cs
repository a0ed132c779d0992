using System.Globalization;
using System.Text;

namespace StreamPlatform.Storage;

/// <summary>Names of a blob's blocks: the same for the same number, and all of one length, as storage wants it.</summary>
internal static class BlockIds
{
    public static string Of(int block) => Convert.ToBase64String(Encoding.ASCII.GetBytes(block.ToString("D6", CultureInfo.InvariantCulture)));
}
