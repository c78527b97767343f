/** Plans that live on: what makes a plan in force be looked at again, what the office decides, and what becomes of it. */
@org.springframework.modulith.ApplicationModule(displayName = "renewal", allowedDependencies = {"problem", "door", "municipality", "organization", "casefile", "casefile::front", "document", "japanese", "roster::entry", "evacuation::places", "evacuation::ways", "consent::record", "consent::rule", "plan::draft", "plan::form", "plan::kept", "plan::versions", "sharing"})
package jp.michishirube.renewal;
