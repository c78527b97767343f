/** Rendering of everything that is printed from reports/. */
@org.springframework.modulith.ApplicationModule(displayName = "document", allowedDependencies = {"problem", "municipality", "japanese"})
package jp.michishirube.document;
