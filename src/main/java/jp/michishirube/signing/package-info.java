/** Sealed documents and signatures. */
@org.springframework.modulith.ApplicationModule(displayName = "signing", allowedDependencies = {"problem", "signals", "japanese", "door", "upload", "municipality", "organization", "casefile", "plan::draft", "plan::files", "plan::interview", "plan::kept", "plan::versions", "plan::form", "document", "review", "notification"})
package jp.michishirube.signing;
