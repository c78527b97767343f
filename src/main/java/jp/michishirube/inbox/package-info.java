/** Work items as people see them. */
@org.springframework.modulith.ApplicationModule(displayName = "inbox", allowedDependencies = {"problem", "municipality", "organization", "casefile"})
package jp.michishirube.inbox;
