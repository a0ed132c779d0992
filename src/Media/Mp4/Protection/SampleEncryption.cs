namespace StreamPlatform.Media.Mp4;

/// <summary>Initialization vector and parts of an encrypted sample (ISO/IEC 23001-7, 7.2); no parts: all of it is encrypted.</summary>
public sealed record SampleEncryption(ReadOnlyMemory<byte> Vector, IReadOnlyList<EncryptedPart> Subsamples);
