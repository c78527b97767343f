/** The city's revision loop: remarks, replies, rounds, decisions. */
@org.springframework.modulith.ApplicationModule(displayName = "review", allowedDependencies = {"problem", "door", "upload", "municipality", "organization", "casefile", "plan::draft", "plan::interview", "plan::kept", "plan::versions", "plan::form", "notification"})
package jp.michishirube.review;
