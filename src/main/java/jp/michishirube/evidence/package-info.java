/** What must not be lost or changed unseen: the chain over who saw, did, agreed, handed in and signed what, its daily heads, its proof. */
@org.springframework.modulith.ApplicationModule(displayName = "evidence", allowedDependencies = {"signing", "notification", "municipality", "problem", "signals"})
package jp.michishirube.evidence;
