/** The yearly look at who has an account here, with which role, and who no longer comes. */
@org.springframework.modulith.ApplicationModule(displayName = "accounts", allowedDependencies = {"problem", "japanese", "organization", "document"})
package jp.michishirube.accounts;
