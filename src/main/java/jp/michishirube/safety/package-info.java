/** On the day: disaster events, asking after everyone, safety answers, and the boards that show them. */
@org.springframework.modulith.ApplicationModule(displayName = "safety", allowedDependencies = {"problem", "door", "municipality", "organization", "casefile", "plan::kept", "plan::versions", "plan::form", "sharing", "sharing::code", "sharing::channel", "document"})
package jp.michishirube.safety;
