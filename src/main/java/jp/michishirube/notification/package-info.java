/** Mail and in-app notices. */
@org.springframework.modulith.ApplicationModule(displayName = "notification", allowedDependencies = {"problem", "municipality", "organization", "casefile"})
package jp.michishirube.notification;
