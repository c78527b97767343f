/** The profile of the one municipality this installation serves: policies, calendar, folders of forms, models and reports. */
@org.springframework.modulith.ApplicationModule(displayName = "municipality", allowedDependencies = {"japanese", "problem"})
package jp.michishirube.municipality;
