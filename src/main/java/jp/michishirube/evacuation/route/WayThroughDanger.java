package jp.michishirube.evacuation.route;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** By a map of hazards that was loaded the saved way of this case leads through danger. Published within the transaction that says so on the case. */
@NamedInterface("ways")
public record WayThroughDanger(CaseId caseId) {}
