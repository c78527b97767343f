/** The plan form as data, answers with their provenance, submissions and their differences. */
@org.springframework.modulith.ApplicationModule(displayName = "plan", allowedDependencies = {"problem", "japanese", "door", "upload", "municipality", "organization", "casefile", "casefile::front"})
package jp.michishirube.plan;
