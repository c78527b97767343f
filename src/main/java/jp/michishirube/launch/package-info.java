/** Before the product runs: embedded PostgreSQL, sandbox, checks of the settings, commands, and the box that says where everything is. */
@org.springframework.modulith.ApplicationModule(displayName = "launch")
package jp.michishirube.launch;
