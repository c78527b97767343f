package jp.michishirube.workflow;

/**
 * A call of Cockpit as {@link CockpitCalls} judges it.
 *
 * @param kind   what it is
 * @param act    what an act does, as {@code retry-job}; null for the others
 * @param target id of the job, definition or instance that is acted on
 */
record CockpitCall(Kind kind, String act, String target) {

    enum Kind { READ, ACT, REFUSED }

    static final CockpitCall READ = new CockpitCall(Kind.READ, null, null);
    static final CockpitCall REFUSED = new CockpitCall(Kind.REFUSED, null, null);
}
