/** The case: number, resident, office, state, timeline; the port through which every room moves a case. */
@org.springframework.modulith.ApplicationModule(displayName = "casefile", allowedDependencies = {"problem", "door", "municipality", "organization"})
package jp.michishirube.casefile;
