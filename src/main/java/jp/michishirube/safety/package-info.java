/** On the day: disaster events, asking after everyone, safety answers, and the boards that show them. */
@org.springframework.modulith.ApplicationModule(displayName = "safety", allowedDependencies = {"problem", "door", "municipality", "organization", "casefile", "roster::entry", "evacuation::flight", "plan::kept", "plan::versions", "plan::form", "sharing", "sharing::code", "sharing::channel", "sharing::line", "sharing::supporter", "sharing::telephone", "document", "notification", "signals"})
package jp.michishirube.safety;
