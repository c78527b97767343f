/**
 * The outside world for demonstration and tests: identity provider, city OS, disaster app, care circle app and mail server, as a
 * separate application that speaks HTTP and SMTP only. It imports nothing of the product and nothing imports it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "sandbox", allowedDependencies = {})
package jp.michishirube.sandbox;
