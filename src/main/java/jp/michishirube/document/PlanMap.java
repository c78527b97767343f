package jp.michishirube.document;

import java.util.Optional;

/** Draws the way to safety for the printed plan. The room that knows places and routes offers it as a bean. */
public interface PlanMap {

    /**
     * @param caseId      key of the case
     * @param planVersion submission that is printed
     * @return the map with legend and attribution inside the drawing; empty when nothing was drawn for this plan
     */
    Optional<Drawable> of(long caseId, int planVersion);
}
