/** How we speak to systems outside: tokens by client credentials, time-outs, retries and circuit breakers per service. */
@org.springframework.modulith.ApplicationModule(displayName = "outside", allowedDependencies = {"municipality", "security", "signals"})
package jp.michishirube.outside;
