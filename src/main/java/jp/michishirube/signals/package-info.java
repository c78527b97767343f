/** What tells whoever runs the product how it goes: what waits and what failed, health, figures, the number of a request. */
@org.springframework.modulith.ApplicationModule(displayName = "signals", allowedDependencies = {})
package jp.michishirube.signals;
