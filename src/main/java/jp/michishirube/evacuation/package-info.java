/** Evacuation sites and shelters, hazards, danger spots, routes and their maps. */
@org.springframework.modulith.ApplicationModule(displayName = "evacuation", allowedDependencies = {"problem", "japanese", "door", "upload", "tiles", "municipality", "organization", "casefile", "casefile::front", "roster::priority", "plan::draft", "plan::interview", "plan::versions", "document", "notification"})
package jp.michishirube.evacuation;
