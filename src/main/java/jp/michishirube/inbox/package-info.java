/** Work items as people see them. */
@org.springframework.modulith.ApplicationModule(displayName = "inbox", allowedDependencies = {"problem", "japanese", "door", "municipality", "organization", "casefile", "casefile::front", "plan::versions"})
package jp.michishirube.inbox;
