/** Sign-in, API tokens and the routes' roles. */
@org.springframework.modulith.ApplicationModule(displayName = "security", allowedDependencies = {"problem", "municipality", "organization"})
package jp.michishirube.security;
