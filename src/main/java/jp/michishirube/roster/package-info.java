/** The roster of people who cannot flee alone (災害対策基本法49条の10): intake, matching, priority, assignment. */
@org.springframework.modulith.ApplicationModule(displayName = "roster", allowedDependencies = {"problem", "signals", "japanese", "door", "municipality", "organization", "casefile"})
package jp.michishirube.roster;
