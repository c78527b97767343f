/** The maps' background, from our own server: no page tells an outside host where somebody lives. */
@org.springframework.modulith.ApplicationModule(displayName = "tiles", allowedDependencies = {"problem", "municipality"})
package jp.michishirube.tiles;
