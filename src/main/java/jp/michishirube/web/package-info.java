/** What every page has: language, header, the way home. */
@org.springframework.modulith.ApplicationModule(displayName = "web")
package jp.michishirube.web;
