/** Sealed documents and signatures. */
@org.springframework.modulith.ApplicationModule(displayName = "signing", allowedDependencies = {"problem", "municipality", "organization", "casefile", "plan", "plan::form", "document", "review"})
package jp.michishirube.signing;
