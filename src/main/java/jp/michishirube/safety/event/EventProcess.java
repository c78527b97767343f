package jp.michishirube.safety.event;

/** The port that carries an event through {@code processes/disaster-event.bpmn}: one instance an event, none for a person. */
public interface EventProcess {

    void begin(long eventId);

    /** More people are to be asked. */
    void widened(long eventId);

    void ended(long eventId);
}
