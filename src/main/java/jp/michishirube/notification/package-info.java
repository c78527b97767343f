/** Mail and in-app notices. */
@org.springframework.modulith.ApplicationModule(displayName = "notification", allowedDependencies = {"problem", "signals", "municipality", "organization", "casefile"})
package jp.michishirube.notification;
