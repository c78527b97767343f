package jp.michishirube.sharing.code;

/** Somebody without an account who has opened a pass in this browser. A handler below {@code /v/} takes it as an argument. */
public record Visit(Pass pass) {

    /**
     * To be asked first by every page behind a pass.
     *
     * @throws NoVisit for a visit of another kind: it is nobody here
     */
    public Pass as(PassKind kind) {
        if (pass.kind() != kind) {
            throw new NoVisit();
        }
        return pass;
    }
}
