/** Judges what people upload: what a file is by its content, its bounds, clean pictures, documents that only show, names, a malware scanner. */
@org.springframework.modulith.ApplicationModule(displayName = "upload", allowedDependencies = {"problem"})
package jp.michishirube.upload;
