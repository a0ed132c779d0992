// A region that answers the API beside home.

@export()
type Region = {
  @description('Such as eastus2.')
  @minLength(1)
  location: string

  @description('Front Door asks regions of a higher number only when none of a lower one answers; 1 unless said.')
  @minValue(1)
  @maxValue(5)
  priority: int?

  @description('Share of the requests among regions of one priority that are about as near; 500 unless said, and at home.')
  @minValue(1)
  @maxValue(1000)
  weight: int?
}
