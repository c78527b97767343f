/** Work items as people see them. */
@org.springframework.modulith.ApplicationModule(displayName = "inbox", allowedDependencies = {"problem", "door", "municipality", "organization", "casefile"})
package jp.michishirube.inbox;
