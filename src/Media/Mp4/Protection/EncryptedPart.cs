namespace StreamPlatform.Media.Mp4;

/// <summary>Bytes of a sample left clear, and bytes encrypted after them (ISO/IEC 23001-7, 9.5).</summary>
public readonly record struct EncryptedPart(ushort ClearBytes, uint ProtectedBytes);
