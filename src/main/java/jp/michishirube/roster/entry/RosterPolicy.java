package jp.michishirube.roster.entry;

import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code roster} of the municipality's file.
 *
 * @param assignByRule whether people without an office in the file get one by area, contract and quota at once
 * @param packageDays  how old a package from inside the closed network may be
 * @param keepRowsDays how long the rows of an ended import stay readable; its counts stay
 */
@PolicySection("roster")
public record RosterPolicy(Boolean assignByRule, Integer packageDays, Integer keepRowsDays) {

    public RosterPolicy {
        assignByRule = assignByRule == null || assignByRule;
        packageDays = packageDays == null ? 30 : packageDays;
        keepRowsDays = keepRowsDays == null ? 90 : keepRowsDays;
    }
}
