package jp.michishirube.safety.event;

import jp.michishirube.organization.Person;

/**
 * People of more 町 are asked after. Published within the transaction, which keeps the mode's hazard group locked.
 *
 * @param by who began or widened the event; {@link jp.michishirube.organization.WhoAmI#THE_PROCESS} for the municipality's own rule
 */
public record AreasAsked(long eventId, Mode mode, Hazard.Group group, String ground, Person by) {}
