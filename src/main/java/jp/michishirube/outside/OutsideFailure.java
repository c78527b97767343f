package jp.michishirube.outside;

/** An outside service did not answer, or not usefully. Carries no personal data: neither address nor body. */
public class OutsideFailure extends RuntimeException {

    /** Why; the name is what pages and logs show. */
    public enum Reason {
        /** No connection, or no answer in time. */
        NO_ANSWER(true),
        /** The service says that it failed (5xx). */
        BROKEN(true),
        /** The answer is not what was asked for. */
        NONSENSE(true),
        /** The service refused our token or right, also after a new token. */
        NOT_ALLOWED(true),
        /** The identity provider did not answer when a token for the service was asked for: the service itself was not called. */
        NO_TOKEN(true),
        /** The identity provider refused us a token for the service: our client id, its secret or a scope. */
        TOKEN_REFUSED(true),
        /** The service understood and refused (4xx): trying the same again does not help. */
        REFUSED(false),
        /** This installation has no address for the service. */
        NOT_SET_UP(false),
        /** The service failed too often of late and is left alone for a while. */
        RESTING(false),
        /** This installation is a copy in another place and sends nothing until an operator confirms it. */
        HELD(false);

        private final boolean mayPass;

        Reason(boolean mayPass) {
            this.mayPass = mayPass;
        }

        /** Whether the next try may go better. */
        public boolean mayPass() {
            return mayPass;
        }
    }

    private final OutsideService service;
    private final Reason reason;

    public OutsideFailure(OutsideService service, Reason reason, Throwable cause) {
        // The cause's text may hold an address with a person's id: only its kind is kept.
        super(service + " " + reason + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"));
        this.service = service;
        this.reason = reason;
    }

    public OutsideService service() {
        return service;
    }

    public Reason reason() {
        return reason;
    }
}
