/** Sealed documents and signatures. */
@org.springframework.modulith.ApplicationModule(displayName = "signing", allowedDependencies = {"problem", "door", "upload", "municipality", "organization", "casefile", "plan", "plan::form", "document", "review"})
package jp.michishirube.signing;
