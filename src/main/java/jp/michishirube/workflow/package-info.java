/** The only room that knows the process engine: its set-up, the beans that the models name, the port's implementation. */
@org.springframework.modulith.ApplicationModule(displayName = "workflow")
package jp.michishirube.workflow;
