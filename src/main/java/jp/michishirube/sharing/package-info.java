/** To whom a finished plan goes, what each may see, deliveries and recall. */
@org.springframework.modulith.ApplicationModule(displayName = "sharing", allowedDependencies = {"problem", "signals", "japanese", "municipality", "organization", "casefile", "casefile::front", "roster::entry", "roster::file", "evacuation::walk", "door", "consent::page", "consent::record", "consent::rule", "plan::draft", "plan::interview", "plan::kept", "plan::versions", "plan::form", "signing", "document", "outside", "notification"})
package jp.michishirube.sharing;
