namespace StreamPlatform.Media.Mp4;

/// <summary>One reference of a sidx (ISO/IEC 14496-12, 8.16.3).</summary>
/// <param name="TypeAndSize">Highest bit: refers to another sidx; the rest: bytes.</param>
/// <param name="Sap">Starts with SAP (bit 31), its type (3 bits) and its delta time.</param>
public readonly record struct SegmentIndexEntry(uint TypeAndSize, uint Duration, uint Sap);
