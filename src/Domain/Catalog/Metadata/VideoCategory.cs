namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>What a video is about, from a fixed list.</summary>
public enum VideoCategory
{
    AutosAndVehicles,
    Comedy,
    Education,
    Entertainment,
    FilmAndAnimation,
    Gaming,
    HowToAndStyle,
    Music,
    NewsAndPolitics,
    NonprofitsAndActivism,
    PeopleAndBlogs,
    PetsAndAnimals,
    ScienceAndTechnology,
    Sports,
    TravelAndEvents,
}
