/** The door: what every request must stand before a room sees it. Size, plain JSON, plain text, a route that names whom it lets in. */
@org.springframework.modulith.ApplicationModule(displayName = "door", allowedDependencies = {"problem"})
package jp.michishirube.door;
