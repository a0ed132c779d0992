namespace StreamPlatform.Domain.Operations.Business;

public enum CatalogFactKind
{
    /// <summary>An original was accepted and planned.</summary>
    Upload,

    /// <summary>A run ended with nothing to play.</summary>
    Failure,
}
