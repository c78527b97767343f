/** Offices, people, roles: who am I, and for which office. */
@org.springframework.modulith.ApplicationModule(displayName = "organization", allowedDependencies = {"problem", "municipality"})
package jp.michishirube.organization;
