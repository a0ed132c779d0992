namespace StreamPlatform.Live.Rtmp;

/// <summary>Message types (RTMP 1.0, 5.4 and 7.1).</summary>
internal enum RtmpMessageType : byte
{
    SetChunkSize = 1,
    Abort = 2,
    Acknowledgement = 3,
    UserControl = 4,
    WindowSize = 5,
    PeerBandwidth = 6,
    Audio = 8,
    Video = 9,
    DataAmf3 = 15,
    SharedObjectAmf3 = 16,
    CommandAmf3 = 17,
    Data = 18,
    SharedObject = 19,
    Command = 20,
    Aggregate = 22,
}
