namespace StreamPlatform.Domain.Social.Reports;

/// <summary>What can be refused about reports.</summary>
public static class ReportErrors
{
    /// <summary>There is no such report.</summary>
    public static Error NotFound() => new("report.not_found", 404, "There is no such report.");

    /// <summary>An appeal says nothing, or too much.</summary>
    public static Error AppealInvalid() => new("report.appeal_invalid", 400, $"An appeal has 1 to {Report.LongestDetails} characters.");

    /// <summary>The details are too long.</summary>
    public static Error Invalid() => new("report.invalid", 400, $"The details of a report have at most {Report.LongestDetails} characters.");
}
