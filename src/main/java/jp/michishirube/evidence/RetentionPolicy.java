package jp.michishirube.evidence;

import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code evidence} of {@code municipality.yaml}.
 *
 * @param keepReadsYears how long it is kept who read what of whom; null to keep it for ever
 */
@PolicySection("evidence")
record RetentionPolicy(Integer keepReadsYears) {

    RetentionPolicy {
        if (keepReadsYears != null && keepReadsYears < 1) {
            throw new IllegalArgumentException("keepReadsYears: at least 1");
        }
    }
}
