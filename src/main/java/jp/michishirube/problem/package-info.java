/** Refusals as answers: one exception that every room may throw, and its form for people (page) and programs (RFC 9457). */
@org.springframework.modulith.ApplicationModule(displayName = "problem", allowedDependencies = {})
package jp.michishirube.problem;
