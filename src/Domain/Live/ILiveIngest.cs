namespace StreamPlatform.Domain.Live;

/// <summary>
/// What a live node asks and tells: who may go on air, that they still are, what can be watched, that it is over. A node that
/// dies tells nothing; its broadcasts end when their lease does.
/// </summary>
public interface ILiveIngest
{
    /// <summary>Lets an encoder in, and makes a broadcast of it.</summary>
    /// <param name="streamKey">As the encoder sent it.</param>
    /// <param name="ingestNode">The node that was reached, and that viewers will be led to: see <see cref="LiveNode"/>.</param>
    /// <returns><c>live.key_unknown</c>, <c>live.stream_disabled</c>, or <c>live.already_on_air</c> while another connection has the lease.</returns>
    Task<Result<LiveIngestGrant>> AdmitAsync(string streamKey, string ingestNode, CancellationToken ct);

    /// <summary>
    /// Tells that there is something to watch: players are led there from now on. May be repeated; the last counts.
    /// </summary>
    /// <param name="multivariant">The multivariant playlist that the node serves, its URIs relative to it.</param>
    /// <returns>A refusal as of <see cref="RenewAsync"/>.</returns>
    Task<Result<Done>> ShowAsync(LiveIngestGrant grant, string multivariant, CancellationToken ct);

    /// <summary>Prolongs the lease, every <see cref="LiveLease.RenewEvery"/> while on air.</summary>
    /// <returns><c>live.revoked</c>: disconnect, for the stream was disabled or deleted, its key replaced, or another connection has it.</returns>
    Task<Result<Done>> RenewAsync(LiveIngestGrant grant, CancellationToken ct);

    /// <summary>The encoder has gone. May be repeated, and of a broadcast that others ended.</summary>
    Task EndAsync(LiveIngestGrant grant, CancellationToken ct);
}
