/** Ground: how Japanese is written in files and on paper. Knows no database, no page and no other room. */
@org.springframework.modulith.ApplicationModule(displayName = "japanese", allowedDependencies = {})
package jp.michishirube.japanese;
