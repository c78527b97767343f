/** The demonstration's own data, loaded at the first start in the {@code demo} profile and never else. */
@org.springframework.modulith.ApplicationModule(displayName = "demo")
package jp.michishirube.demo;
