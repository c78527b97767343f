/** Who saw what and on which ground. */
@org.springframework.modulith.ApplicationModule(displayName = "privacy", allowedDependencies = {"problem", "japanese", "municipality", "organization", "casefile", "consent::rule", "plan::kept", "plan::form"})
package jp.michishirube.privacy;
