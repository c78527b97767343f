/** Who saw what and on which ground. */
@org.springframework.modulith.ApplicationModule(displayName = "privacy", allowedDependencies = {"problem", "municipality", "organization", "casefile", "consent", "plan"})
package jp.michishirube.privacy;
