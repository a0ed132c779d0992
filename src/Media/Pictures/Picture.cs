namespace StreamPlatform.Media.Pictures;

/// <summary>Something made to be looked at, or what belongs to it.</summary>
/// <param name="Name">One of <see cref="Domain.Processing.PictureNames"/>.</param>
public sealed record Picture(string Name, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public const string Jpeg = "image/jpeg";
}
