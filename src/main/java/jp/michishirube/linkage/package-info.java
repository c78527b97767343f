/** Facts from the city OS and its services, offered to a plan by consent. */
@org.springframework.modulith.ApplicationModule(displayName = "linkage", allowedDependencies = {"problem", "japanese", "door", "upload", "municipality", "organization", "casefile", "consent::record", "consent::rule", "plan::draft", "plan::form", "outside"})
package jp.michishirube.linkage;
