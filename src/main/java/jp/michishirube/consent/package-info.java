/** Purposes, notices, consent records and the one question whether a party may have data now (49条の14, 49条の15). */
@org.springframework.modulith.ApplicationModule(displayName = "consent", allowedDependencies = {"problem", "door", "upload", "municipality", "organization", "casefile", "document"})
package jp.michishirube.consent;
